using CompileModel.Targets;

namespace CompileModel.Bench.Running;

/// <summary>Something that infers ONNX models.</summary>
public interface IEngine
{
    /// <summary>Name and version, for tables.</summary>
    string Name { get; }

    /// <summary>Why it cannot be had for a target, or null when it can.</summary>
    string? Missing(TargetProfile target);

    /// <summary>A program for one model.</summary>
    /// <param name="model">The ONNX file.</param>
    /// <param name="target">The processor.</param>
    Runnable Prepare(string model, TargetProfile target);
}
