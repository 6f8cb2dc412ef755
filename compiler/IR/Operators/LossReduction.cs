namespace CompileModel.IR.Operators;

/// <summary>What a loss makes of the losses of single places.</summary>
public enum LossReduction
{
    /// <summary>All of them.</summary>
    None,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean, weighted when there are weights.</summary>
    Mean,
}
