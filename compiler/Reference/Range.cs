using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Range"/>.</summary>
public sealed class Range : IEvaluator<IR.Operators.Range>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Range op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        int count = outputs[0].Shape[0];
        if (outputs[0].Element.IsFloat())
        {
            double from = inputs[0]!.AsDouble(0), by = inputs[2]!.AsDouble(0);
            return [Numeric.Pack(outputs[0], [.. Enumerable.Range(0, count).Select(i => from + i * by)])];
        }
        Int128 start = inputs[0]!.AsLong(0), delta = inputs[2]!.AsLong(0);
        return [Numeric.Pack(outputs[0], [.. Enumerable.Range(0, count).Select(i => start + i * delta)])];
    }
}
