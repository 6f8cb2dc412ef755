namespace CompileModel.Cli.Conformance;

/// <summary>What computes a model.</summary>
public enum KernelKind
{
    /// <summary>The compiler alone: everything is constant, or only seen in another shape.</summary>
    None,

    /// <summary>Some kernel has no vector instructions.</summary>
    Scalar,

    /// <summary>Every kernel has vector instructions.</summary>
    Vector,
}
