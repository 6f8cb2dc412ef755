using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.NonMaxSuppression"/>.</summary>
public sealed class NonMaxSuppression : IEvaluator<IR.Operators.NonMaxSuppression>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.NonMaxSuppression op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs) =>
        [Tensor.From<long>(ElementType.Int64, outputs[0].Shape, [.. op.Select(inputs).SelectMany(r => (long[])[r.Batch, r.Class, r.Box])])];
}
