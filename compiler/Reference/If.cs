using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.If"/>.</summary>
public sealed class If : IEvaluator<IR.Operators.If>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.If op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        bool condition = inputs[0]!.AsLong(0) != 0;
        if ((condition ? op.ThenObstacle : op.ElseObstacle) is { Length: > 0 } obstacle) throw new ArgumentException(obstacle);
        var operands = condition ? inputs.Skip(1).Take(op.Then.Inputs.Length) : inputs.Skip(1 + op.Then.Inputs.Length);
        return [.. Interpreter.Run(condition ? op.Then : op.Else, [.. operands.Select(t => t!)])];
    }
}
