namespace CompileModel.Diagnostics;

/// <summary>How much a diagnostic matters; only errors stop the compilation.</summary>
public enum Severity
{
    /// <summary>Something the compiler decided for the user.</summary>
    Note,

    /// <summary>Something that is likely to surprise.</summary>
    Warning,

    /// <summary>The model cannot be compiled as asked.</summary>
    Error,
}
