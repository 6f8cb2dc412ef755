using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Split"/>.</summary>
public sealed class Split : IEvaluator<IR.Operators.Split>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Split op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var context = new InferenceContext([.. inputs.Select(t => t?.Type)], inputs, outputs.Count);
        return [.. op.Parts(context).Select(part => Evaluators.Evaluate(part, inputs[0])[0])];
    }
}
