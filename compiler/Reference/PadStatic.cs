using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.PadStatic"/>.</summary>
public sealed class PadStatic : IEvaluator<IR.Operators.PadStatic>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.PadStatic op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        int[] dims = x.Shape.ToArray();
        long[] strides = x.Shape.Strides();
        var given = inputs.Count > 1 ? inputs[1] : null;
        var fill = given ?? Numeric.Pack(new(x.Element, Shape.Scalar), [(double)op.Value]);
        var result = Movement.Select(x, outputs[0], i =>
        {
            long from = 0;
            for (int axis = 0; axis < dims.Length; axis++)
            {
                int at = Source(op.Mode, i.At[axis] - op.Begins[axis], dims[axis]);
                if (at < 0) return -1;
                from += at * strides[axis];
            }
            return from;
        });
        if (op.Mode != IR.Operators.PadMode.Constant || (given is null && op.Value == 0)) return [result];
        int size = x.Element.Size();
        for (var i = new NdIndex(outputs[0].Shape); i.Valid; i.Next())
        {
            bool border = false;
            for (int axis = 0; axis < dims.Length; axis++) border |= Source(op.Mode, i.At[axis] - op.Begins[axis], dims[axis]) < 0;
            if (border) fill.Bytes.CopyTo(result.Fill<byte>()[(i.Flat * size)..]);
        }
        return [result];
    }

    private static int Source(IR.Operators.PadMode mode, int at, int extent)
    {
        if (at >= 0 && at < extent) return at;
        switch (mode)
        {
            case IR.Operators.PadMode.Constant: return -1;
            case IR.Operators.PadMode.Edge: return Math.Clamp(at, 0, extent - 1);
            case IR.Operators.PadMode.Wrap: return (at % extent + extent) % extent;
            default:
                if (extent == 1) return 0;
                int period = 2 * (extent - 1);
                at = (at % period + period) % period;
                return Math.Min(at, period - at);
        }
    }
}
