namespace CompileModel.IR;

/// <summary>One step of an <see cref="Expression"/>: an elementwise operator applied to operands or earlier results.</summary>
/// <param name="Operator">An elementwise operator.</param>
/// <param name="Args">Indexes: below the number of operands an operand, from there on the result of an earlier step.</param>
public sealed record Step(ElementwiseOperator Operator, Ints Args)
{
    /// <summary>For instance <c>Clamp&lt;Min=0, Max=6&gt;(0)</c>.</summary>
    public override string ToString() => $"{Text.OperatorText.Format(Operator)}({string.Join(',', Args)})";
}
