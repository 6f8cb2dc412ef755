using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ReshapeTo"/>.</summary>
public sealed class ReshapeTo : IEvaluator<IR.Operators.ReshapeTo>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.ReshapeTo op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        return [inputs[0]!.Reshape(outputs[0].Shape)];
    }
}
