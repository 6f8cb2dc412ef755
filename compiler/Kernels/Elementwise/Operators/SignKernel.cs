using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>-1, 0 or 1; NaN stays.</summary>
public sealed class SignKernel : IElementwiseKernel<Sign>
{
    /// <inheritdoc/>
    public bool SupportsVector(Sign op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Sign op, IReadOnlyList<Vec> args)
    {
        var type = args[0].Type;
        var zero = b.Constant(type, 0);
        var rest = type is ElementType.UInt8 or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64 ? args[0]
            : b.Select(b.Apply(VectorOp.Less, args[0], zero, "negative"), b.Constant(type, -1), args[0], "sign");
        return b.Select(b.Apply(VectorOp.Greater, args[0], zero, "positive"), b.Constant(type, 1), rest, "sign");
    }
}
