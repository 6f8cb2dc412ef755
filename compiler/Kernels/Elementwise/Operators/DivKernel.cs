using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a / b; integers are truncated.</summary>
public sealed class DivKernel : IElementwiseKernel<Div>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Div op, IReadOnlyList<Vec> args) => b.Div(args[0], args[1], "quotient");
}
