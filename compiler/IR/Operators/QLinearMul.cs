namespace CompileModel.IR.Operators;

/// <summary>a * b on quantised values. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearmul</summary>
public sealed record QLinearMul : QLinearBinaryOperator
{
    /// <inheritdoc/>
    protected override Value Scaled(Formula f, (Value Data, Value Scale, Value? Zero) a, (Value Data, Value Scale, Value? Zero) b, Value scale, Value zero)
    {
        var factor = f.Add(new Div(), f.Mul(a.Scale, b.Scale), scale);
        return f.Sum(f.Mul(f.Mul(Quantization.Centered(f, a.Data, a.Zero), Quantization.Centered(f, b.Data, b.Zero)), factor), zero);
    }
}
