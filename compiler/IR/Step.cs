namespace CompileModel.IR;

/// <summary>One step of an <see cref="Expression"/>: an elementwise operator applied to operands or earlier results.</summary>
/// <param name="Operator">An elementwise operator.</param>
/// <param name="Args">Indexes: below the number of operands an operand, from there on the result of an earlier step.</param>
public sealed record Step(ElementwiseOperator Operator, Ints Args)
{
    /// <summary>For instance <c>Add(0,1)</c>.</summary>
    public override string ToString() => $"{Operator.Name}({string.Join(',', Args)})";
}
