using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Tangent.</summary>
public sealed class TanKernel : IElementwiseKernel<Tan>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Tan op, IReadOnlyList<Vec> args) => Trigonometry.Tan(b, args[0]);
}
