using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Cosine.</summary>
public sealed class CosKernel : IElementwiseKernel<Cos>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Cos op, IReadOnlyList<Vec> args) => Trigonometry.Cos(b, args[0]);
}
