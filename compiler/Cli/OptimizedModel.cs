using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes.Bounded;

namespace CompileModel.Cli;

/// <summary>A model that is about to be lowered.</summary>
/// <param name="Model">As it was read.</param>
/// <param name="Graph">The optimized graph.</param>
/// <param name="Extents">Which of its inputs and outputs are extents.</param>
public sealed record OptimizedModel(OnnxModel Model, Graph Graph, RuntimeExtents Extents);
