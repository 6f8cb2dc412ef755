using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Size"/>.</summary>
public sealed class Size : IEvaluator<IR.Operators.Size>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Size op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        return [Tensor.From<long>(ElementType.Int64, Shape.Scalar, [inputs[0]!.Shape.Count])];
    }
}
