using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Remainder: the sign of the divisor, or of the dividend when Fmod.</summary>
public sealed class ModKernel : IElementwiseKernel<Mod>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Mod op, IReadOnlyList<Vec> args)
    {
        var (x, y, type) = (args[0], args[1], args[0].Type);
        if (type.IsFloat())
        {
            var quotient = b.Apply(op.Fmod ? VectorOp.Truncate : VectorOp.Floor, b.Div(x, y, "quotient"), "whole");
            return b.Fnma(quotient, y, x, "mod");
        }
        var rest = b.Apply(VectorOp.Remainder, x, y, "rest");
        if (op.Fmod || type is ElementType.UInt8 or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64) return rest;
        var zero = b.Constant(type, 0);
        var differs = b.Apply(VectorOp.Less, b.Apply(VectorOp.Xor, rest, y, "signs"), zero, "differs");
        var wrong = b.Apply(VectorOp.And, differs, b.Apply(VectorOp.Not, b.Apply(VectorOp.Equal, rest, zero, "exact"), "inexact"), "wrong");
        return b.Select(wrong, b.Add(rest, y, "moved"), rest, "mod");
    }
}
