using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Error function.</summary>
public sealed class ErfKernel : IElementwiseKernel<Erf>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Erf op, IReadOnlyList<Vec> args) => ErrorFunction.Erf(b, args[0]);
}
