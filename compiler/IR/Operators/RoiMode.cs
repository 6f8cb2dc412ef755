namespace CompileModel.IR.Operators;

/// <summary>What becomes of the samples of one cell of a region.</summary>
public enum RoiMode
{
    /// <summary>Their mean.</summary>
    Average,

    /// <summary>The largest of the weighted elements that make up the samples.</summary>
    Max,
}
