namespace CompileModel.IR.Operators;

/// <summary>1 / (1 + exp(-x)) on quantised values. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearsigmoid</summary>
public sealed record QLinearSigmoid : QLinearUnaryOperator
{
    /// <inheritdoc/>
    protected override Value Map(Formula f, Value x) => f.Add(new Sigmoid(), x);
}
