using CompileModel.IR;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>Puts expressions together: operands are values, each once; steps of whole expressions are inlined.</summary>
internal sealed class ExpressionBuilder
{
    private readonly List<Value?> operands = [];
    private readonly List<(ElementwiseOperator Operator, int[] Args)> steps = [];

    /// <summary>The operands; null stands for the accumulator of an epilogue.</summary>
    public IReadOnlyList<Value?> Operands => operands;

    /// <summary>The expression so far; its last step is the result.</summary>
    public Expression Result => new(operands.Count, [.. steps.Select(s => new Step(s.Operator, [.. s.Args.Select(a => a >= 0 ? a : operands.Count + ~a)]))]);

    /// <summary>The expression and the operands of an elementwise node; null for any other node.</summary>
    public static (Expression Body, IReadOnlyList<Value> Operands)? Of(Node node)
    {
        if (node.Operator is Elementwise fused) return (fused.Body, [.. node.PresentInputs]);
        if (node.Operator is not ElementwiseOperator op) return null;
        Value[] distinct = [.. node.PresentInputs.Distinct()];
        return (new(distinct.Length, [new Step(op, [.. node.PresentInputs.Select(v => Array.IndexOf(distinct, v))])]), distinct);
    }

    /// <summary>The inputs of a convolution or matrix product whose epilogue is <see cref="Result"/>: its own factors and bias, and the operands behind the accumulator.</summary>
    public IReadOnlyList<Value?> InputsOf(Node product) => [product.Input(0), product.Input(1), product.OptionalInput(FusedOperator.Bias), .. operands.Skip(1)];

    /// <summary>A reference to an operand, which is added when it is new. References are for <see cref="Inline"/> only.</summary>
    public int Operand(Value? value)
    {
        int index = operands.IndexOf(value);
        if (index >= 0) return index;
        operands.Add(value);
        return operands.Count - 1;
    }

    /// <summary>Appends the steps of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="args">What its operands refer to.</param>
    /// <returns>A reference to its result.</returns>
    public int Inline(Expression expression, IReadOnlyList<int> args)
    {
        var map = new List<int>(args);
        foreach (var step in expression.Steps)
        {
            steps.Add((step.Operator, [.. step.Args.Select(a => map[a])]));
            map.Add(~(steps.Count - 1));
        }
        return expression.IsIdentity ? args[0] : map[^1];
    }
}
