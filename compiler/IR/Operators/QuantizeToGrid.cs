namespace CompileModel.IR.Operators;

/// <summary>
/// The arithmetic of quantisation, all in float32: x / scale, or x * scale, rounded half to even, plus the zero point, kept within Min and Max. Operands: x, scale, which broadcast. One
/// operator, so that no rewrite changes the quotient by a unit in the last place, which would decide ties.
/// </summary>
/// <param name="Min">Smallest result, an integer.</param>
/// <param name="Max">Largest result, an integer.</param>
/// <param name="IsFactor">Whether x is multiplied by the scale.</param>
/// <param name="Zero">The zero point, an integer.</param>
public sealed record QuantizeToGrid(float Min, float Max, bool IsFactor, float Zero = 0) : ElementwiseOperator
{
    /// <summary>Whether the last steps of an expression are this and a cast of its result.</summary>
    public static bool Ends(Expression expression) => expression.Steps.Count >= 2 && expression.Steps[^2].Operator is QuantizeToGrid
        && expression.Steps[^1].Operator is Cast && expression.Steps[^1].Args[0] == expression.Operands + expression.Steps.Count - 2;

    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override int Arity => 2;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        foreach (var type in operands) InferenceContext.CheckType(type == ElementType.Float32, $"{Name} takes float32, got {type.ShortName()}");
        return ElementType.Float32;
    }
}
