namespace CompileModel.Passes.Planning;

/// <summary>What the offset of a value is counted from.</summary>
public enum StorageBase
{
    /// <summary>The one block of working memory.</summary>
    Arena,

    /// <summary>The read-only constants linked into the program.</summary>
    Weights,

    /// <summary>A buffer the caller filled; never written.</summary>
    Input,

    /// <summary>A buffer the caller gets its result in.</summary>
    Output,
}
