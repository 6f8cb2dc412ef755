namespace CompileModel.IR.Operators;

/// <summary>The order in which a recurrent network reads its sequence.</summary>
public enum RecurrentDirection
{
    /// <summary>From the first step to the last.</summary>
    Forward,

    /// <summary>From the last step to the first.</summary>
    Reverse,

    /// <summary>Both, each with weights of its own.</summary>
    Bidirectional,
}
