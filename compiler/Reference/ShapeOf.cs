using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ShapeOf"/>.</summary>
public sealed class ShapeOf : IEvaluator<IR.Operators.ShapeOf>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.ShapeOf op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (start, count) = op.For(inputs[0]!.Shape.Rank);
        return [Tensor.OfInts([.. inputs[0]!.Shape.ToArray().Skip(start).Take(count).Select(d => (long)d)])];
    }
}
