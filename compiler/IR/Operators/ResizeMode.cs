namespace CompileModel.IR.Operators;

/// <summary>Interpolation of a resize.</summary>
public enum ResizeMode
{
    /// <summary>One input element.</summary>
    Nearest,

    /// <summary>Two neighbours on each axis.</summary>
    Linear,

    /// <summary>Four neighbours on each axis.</summary>
    Cubic,
}
