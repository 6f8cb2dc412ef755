using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>1 / (1 + e^-x).</summary>
public sealed class SigmoidKernel : IElementwiseKernel<Sigmoid>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Sigmoid op, IReadOnlyList<Vec> args) => Exponential.Sigmoid(b, args[0]);
}
