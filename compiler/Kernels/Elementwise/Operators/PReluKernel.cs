using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x, or slope x where x is negative.</summary>
public sealed class PReluKernel : IElementwiseKernel<PRelu>
{
    /// <inheritdoc/>
    public bool SupportsVector(PRelu op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, PRelu op, IReadOnlyList<Vec> args)
    {
        var scaled = b.Mul(args[0], args[1], "scaled");
        return b.Select(b.Apply(VectorOp.Less, args[0], b.Constant(args[0].Type, 0), "negative"), scaled, args[0], "prelu");
    }
}
