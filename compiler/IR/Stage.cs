namespace CompileModel.IR;

/// <summary>Contracts that hold from a point of the pipeline on; each includes those before it.</summary>
public enum Stage
{
    /// <summary>Names unique, topological order, attributes resolved with the defaults of the model's opset, initializers are constants.</summary>
    Imported,

    /// <summary>Every value has an element type and a static shape.</summary>
    Typed,

    /// <summary>No no-ops, constants folded, one form for one meaning; independent of the target.</summary>
    Canonical,

    /// <summary>Compound operators and explicit layouts.</summary>
    Fused,

    /// <summary>Only kernel calls; each names a kernel that exists for the target.</summary>
    Lowered,

    /// <summary>Order fixed; every value has storage.</summary>
    Planned,
}
