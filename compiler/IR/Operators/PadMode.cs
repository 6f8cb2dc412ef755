namespace CompileModel.IR.Operators;

/// <summary>What a padded border holds.</summary>
public enum PadMode
{
    /// <summary>One value.</summary>
    Constant,

    /// <summary>The nearest element of the input.</summary>
    Edge,

    /// <summary>The input mirrored at its border element, which is not repeated.</summary>
    Reflect,

    /// <summary>The input repeated.</summary>
    Wrap,
}
