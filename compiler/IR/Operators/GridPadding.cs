namespace CompileModel.IR.Operators;

/// <summary>What sampling outside of an image gives.</summary>
public enum GridPadding
{
    /// <summary>Zero.</summary>
    Zeros,

    /// <summary>The nearest element.</summary>
    Border,

    /// <summary>The image mirrored at its border, again and again.</summary>
    Reflection,
}
