namespace CompileModel.IR;

/// <summary>
/// A chain of elementwise operators computed in registers: the body of an Elementwise node or the epilogue of a kernel (operand 0 is then
/// the accumulator). Steps are in single assignment form; the result is the last step, or operand 0 when there is none.
/// </summary>
/// <param name="Operands">Number of operands.</param>
/// <param name="Steps">The steps in order.</param>
public sealed record Expression(int Operands, Steps Steps)
{
    /// <summary>The expression that returns its one operand.</summary>
    public static Expression Identity { get; } = new(1, []);

    /// <summary>Whether there is nothing to compute.</summary>
    public bool IsIdentity => Steps.Count == 0;

    /// <summary>
    /// Appends an operator that consumes the result so far at operand position <paramref name="position"/>; its other operands become new
    /// operands of the expression, in order, at the end.
    /// </summary>
    public Expression Then(ElementwiseOperator op, int position = 0)
    {
        int added = op.Arity - 1, operands = Operands + added;
        int Shift(int arg) => arg < Operands ? arg : arg + added;
        int result = Steps.Count == 0 ? 0 : operands + Steps.Count - 1;
        int next = Operands;
        var args = new int[op.Arity];
        for (int i = 0; i < args.Length; i++) args[i] = i == position ? result : next++;
        return new(operands, [.. Steps.Select(s => new Step(s.Operator, [.. s.Args.Select(Shift)])), new Step(op, [.. args])]);
    }

    /// <summary>Infers the element type of the result from those of the operands.</summary>
    public ElementType ResultType(IReadOnlyList<ElementType> operands)
    {
        var types = new List<ElementType>(operands);
        foreach (var step in Steps) types.Add(step.Operator.ResultType([.. step.Args.Select(a => types[a])]));
        return Steps.Count == 0 ? operands[0] : types[^1];
    }

    /// <summary>For instance <c>{2; Add(0,1); Relu(2)}</c>.</summary>
    public override string ToString() => "{" + string.Join("; ", Steps.Select(s => s.ToString()).Prepend(Operands.ToString(System.Globalization.CultureInfo.InvariantCulture))) + "}";
}
