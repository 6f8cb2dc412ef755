using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Largest integer not above x.</summary>
public sealed class FloorKernel : IElementwiseKernel<Floor>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Floor op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Floor, args[0], "rounded");
}
