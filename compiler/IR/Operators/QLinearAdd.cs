namespace CompileModel.IR.Operators;

/// <summary>a + b on quantised values. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearadd</summary>
public sealed record QLinearAdd : QLinearBinaryOperator
{
    /// <inheritdoc/>
    protected override Value Scaled(Formula f, (Value Data, Value Scale, Value? Zero) a, (Value Data, Value Scale, Value? Zero) b, Value scale, Value zero)
    {
        Value left = f.Add(new Div(), a.Scale, scale), right = f.Add(new Div(), b.Scale, scale), shift = zero;
        if (a.Zero is not null) shift = f.Add(new Sub(), shift, f.Mul(left, f.Cast(a.Zero, ElementType.Float32)));
        if (b.Zero is not null) shift = f.Add(new Sub(), shift, f.Mul(right, f.Cast(b.Zero, ElementType.Float32)));
        return f.Sum(f.Mul(f.Cast(a.Data, ElementType.Float32), left), f.Sum(f.Mul(f.Cast(b.Data, ElementType.Float32), right), shift));
    }
}
