using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Cast"/>.</summary>
public sealed class Cast : UnaryEvaluator<IR.Operators.Cast>
{
    /// <inheritdoc/>
    public override Tensor[] Evaluate(IR.Operators.Cast op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        if (!op.To.IsNarrowFloat()) return x.Element.IsNarrowFloat() ? [Numeric.Pack(outputs[0], Numeric.Doubles(x))] : base.Evaluate(op, inputs, outputs);
        var result = Tensor.Zeros(op.To, x.Shape);
        for (int i = 0; i < x.Count; i++) result.Fill<byte>()[i] = NarrowFloat.Encode(op.To, x.AsDouble(i), op.Saturate, op.Rounding);
        return [result];
    }

    /// <inheritdoc/>
    protected override double Float(IR.Operators.Cast op, double x) => x;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Cast op, Int128 x) => op.To == ElementType.Bool && x != 0 ? 1 : x;
}
