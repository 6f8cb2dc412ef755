using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.NonZero"/>.</summary>
public sealed class NonZero : IEvaluator<IR.Operators.NonZero>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.NonZero op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        var result = Tensor.Zeros(ElementType.Int64, outputs[0].Shape);
        int column = 0, count = outputs[0].Shape[1];
        for (var i = new NdIndex(x.Shape); i.Valid; i.Next())
        {
            if (x.AsDouble(i.Flat) == 0) continue;
            for (int axis = 0; axis < i.At.Length; axis++) result.Fill<long>()[axis * count + column] = i.At[axis];
            column++;
        }
        return [result];
    }
}
