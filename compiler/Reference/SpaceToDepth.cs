using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.SpaceToDepth"/>.</summary>
public sealed class SpaceToDepth : IEvaluator<IR.Operators.SpaceToDepth>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.SpaceToDepth op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (view, perm, _) = op.Steps(inputs[0]!.Shape);
        return [Movement.Transpose(inputs[0]!.Reshape(Shape.Of(view)), perm.Span).Reshape(outputs[0].Shape)];
    }
}
