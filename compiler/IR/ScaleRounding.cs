namespace CompileModel.IR;

/// <summary>How numbers between powers of two become a float8e8m0.</summary>
public enum ScaleRounding
{
    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>To the nearest power, ties up.</summary>
    Nearest,
}
