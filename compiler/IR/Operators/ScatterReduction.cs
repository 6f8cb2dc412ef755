namespace CompileModel.IR.Operators;

/// <summary>What a scatter does with the element that is there.</summary>
public enum ScatterReduction
{
    /// <summary>Overwrites it.</summary>
    None,

    /// <summary>Adds to it.</summary>
    Add,

    /// <summary>Multiplies it.</summary>
    Mul,

    /// <summary>Keeps the smaller one.</summary>
    Min,

    /// <summary>Keeps the larger one.</summary>
    Max,
}
