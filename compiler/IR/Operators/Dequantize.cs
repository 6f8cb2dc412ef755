namespace CompileModel.IR.Operators;

/// <summary>(x - Zero) * scale as float32: the real numbers of quantised ones. Operands: x (integers of up to 16 bits, int32 with Zero 0, or whole numbers as float32), scale (float32), which broadcast.</summary>
/// <param name="Zero">The zero point, an integer.</param>
public sealed record Dequantize(float Zero) : ElementwiseOperator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override int Arity => 2;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsInteger() || operands[0].IsNarrowInteger() || operands[0] == ElementType.Float32, $"{Name} takes integers, got {operands[0].ShortName()}");
        InferenceContext.CheckType(operands[1] == ElementType.Float32, $"{Name} takes a scale of float32, got {operands[1].ShortName()}");
        return ElementType.Float32;
    }
}
