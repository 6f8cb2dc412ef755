using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>e^x.</summary>
public sealed class ExpKernel : IElementwiseKernel<Exp>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Exp op, IReadOnlyList<Vec> args) => Exponential.Exp(b, args[0]);
}
