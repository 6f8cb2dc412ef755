using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Inverse hyperbolic tangent.</summary>
public sealed class AtanhKernel : IElementwiseKernel<Atanh>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Atanh op, IReadOnlyList<Vec> args) => Hyperbolic.Atanh(b, args[0]);
}
