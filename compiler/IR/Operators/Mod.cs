namespace CompileModel.IR.Operators;

/// <summary>Remainder of a / b: with the sign of b, or with the sign of a. https://onnx.ai/onnx/operators/onnx__Mod.html</summary>
/// <param name="Fmod">Sign of the dividend as C fmod; needed for floats.</param>
public sealed record Mod(bool Fmod) : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(Fmod || !operands[0].IsFloat(), "Mod of floats needs fmod = 1");
        return NumericResult(operands);
    }
}
