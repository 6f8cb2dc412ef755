using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Transpose"/>.</summary>
public sealed class Transpose : IEvaluator<IR.Operators.Transpose>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Transpose op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        return [Movement.Transpose(inputs[0]!, op.For(inputs[0]!.Shape.Rank).Span)];
    }
}
