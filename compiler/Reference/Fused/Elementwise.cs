using CompileModel.IR;

namespace CompileModel.Reference.Fused;

/// <summary>Evaluates <see cref="IR.Operators.Fused.Elementwise"/>.</summary>
public sealed class Elementwise : IEvaluator<IR.Operators.Fused.Elementwise>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Fused.Elementwise op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        return [Expressions.Evaluate(op.Body, [.. inputs.Select(t => t!)], outputs[0])];
    }
}
