using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Whether x is not a number.</summary>
public sealed class IsNaNKernel : IElementwiseKernel<IsNaN>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, IsNaN op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Not, b.Apply(VectorOp.Equal, args[0], args[0], "number"), "mask");
}
