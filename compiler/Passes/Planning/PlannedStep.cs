using CompileModel.IR;
using CompileModel.Kernels;

namespace CompileModel.Passes.Planning;

/// <summary>One call of a kernel in the final order, with the storage of its operands. Nodes that became views have no step.</summary>
/// <param name="Node">The node of the lowered graph.</param>
/// <param name="Template">The kernel: the node's own, or what a partial view left to do.</param>
/// <param name="Inputs">The values that are read, with where they lie.</param>
/// <param name="Outputs">The values that are written, with where they lie.</param>
public sealed record PlannedStep(Node Node, KernelTemplate Template, IReadOnlyList<(Value Value, Storage Storage)> Inputs, IReadOnlyList<(Value Value, Storage Storage)> Outputs);
