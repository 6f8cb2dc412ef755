namespace CompileModel.IR.Operators;

/// <summary>x, or Alpha * x below 0, on quantised values. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearleakyrelu</summary>
/// <param name="Alpha">Slope below 0.</param>
public sealed record QLinearLeakyRelu(float Alpha) : QLinearUnaryOperator
{
    /// <inheritdoc/>
    protected override Value Map(Formula f, Value x) => f.Add(new LeakyRelu(Alpha), x);
}
