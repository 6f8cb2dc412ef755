using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Arc sine.</summary>
public sealed class AsinKernel : IElementwiseKernel<Asin>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Asin op, IReadOnlyList<Vec> args) => Trigonometry.Asin(b, args[0]);
}
