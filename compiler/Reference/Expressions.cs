using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates an <see cref="Expression"/> step by step on whole tensors.</summary>
public static class Expressions
{
    /// <summary>The result of the last step, broadcast to the type it must have.</summary>
    public static Tensor Evaluate(Expression expression, IReadOnlyList<Tensor> operands, TensorType result)
    {
        var values = new List<Tensor>(operands);
        foreach (var step in expression.Steps) values.Add(Evaluators.Evaluate(step.Operator, [.. step.Args.Select(a => values[a])])[0]);
        var last = expression.IsIdentity ? values[0] : values[^1];
        return last.Shape.Equals(result.Shape) ? last : Evaluators.Evaluate(new IR.Operators.BroadcastTo([.. result.Shape.ToArray()]), last)[0];
    }
}
