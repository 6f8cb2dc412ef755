namespace CompileModel.IR.Operators;

/// <summary>What <see cref="TfIdfVectorizer"/> gives for an n-gram.</summary>
public enum TermMode
{
    /// <summary>How often it occurs.</summary>
    Count,

    /// <summary>Its weight when it occurs.</summary>
    Inverse,

    /// <summary>How often it occurs, times its weight.</summary>
    Product,
}
