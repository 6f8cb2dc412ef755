using CompileModel.Diagnostics;
using CompileModel.Kernels;
using CompileModel.Passes.Planning;
using CompileModel.Targets;

namespace CompileModel.Passes.Control;

/// <summary>
/// Control flow around planned bodies: no kernel, but a call of emitted methods. Inputs and outputs of a body are the storages of operands and results, its arena is a temporary
/// result, and the constants it reads are operands.
/// </summary>
public abstract record ControlTemplate : KernelTemplate
{
    /// <summary>The bodies.</summary>
    public abstract IReadOnlyList<MemoryPlan> Bodies { get; }

    /// <inheritdoc/>
    public sealed override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) =>
        throw new InternalCompilerException($"{Family} is no kernel");
}
