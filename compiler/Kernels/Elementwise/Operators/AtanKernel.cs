using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Arc tangent.</summary>
public sealed class AtanKernel : IElementwiseKernel<Atan>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Atan op, IReadOnlyList<Vec> args) => Trigonometry.Atan(b, args[0]);
}
