using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Conversion of the element type: floats to integers towards zero, to narrower floats with rounding to nearest even.</summary>
public sealed class CastKernel : IElementwiseKernel<Cast>
{
    /// <inheritdoc/>
    public bool SupportsVector(Cast op, IReadOnlyList<ElementType> operands) => op.To is ElementType.Float32 or ElementType.Int32 or ElementType.Bool or ElementType.Int8 or ElementType.UInt8 && operands[0] is ElementType.Float32 or ElementType.Int32 or ElementType.Bool;

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Cast op, IReadOnlyList<Vec> args)
    {
        var x = args[0];
        var to = op.To.IsNarrowInteger() && x.Type != ElementType.Bool ? ElementType.Int32 : FloatStorage.Computed(op.To);
        if (b.Isa != ScalarIsa.Instance) to = WideVectors.Lane(to);
        var result = (x.Type, to) switch
        {
            _ when x.Type == to => x,
            (ElementType.Bool, _) => b.Select(x, b.Constant(to, 1), b.Constant(to, 0), "cast"),
            (_, ElementType.Bool) => b.Apply(VectorOp.Not, b.Apply(VectorOp.Equal, x, b.Constant(x.Type, 0), "isZero"), "cast"),
            (ElementType.Float32, ElementType.Int32) => b.Apply(VectorOp.ToInt32Truncate, x, "cast"),
            (ElementType.Int32, ElementType.Float32) => b.Apply(VectorOp.ToFloat32, x, "cast"),
            _ => b.ConvertScalar(x, to, "cast"),
        };
        return op.To.IsNarrowFloat() ? NarrowStorage.Decode(b, op.To, NarrowStorage.Encode(b, op.To, result, op.Saturate, op.Rounding)) : FloatStorage.Round(b, result, op.To);
    }
}
