using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.DepthToSpace"/>.</summary>
public sealed class DepthToSpace : IEvaluator<IR.Operators.DepthToSpace>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.DepthToSpace op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (view, perm, _) = op.Steps(inputs[0]!.Shape);
        return [Movement.Transpose(inputs[0]!.Reshape(Shape.Of(view)), perm.Span).Reshape(outputs[0].Shape)];
    }
}
