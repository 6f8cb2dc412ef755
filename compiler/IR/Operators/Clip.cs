namespace CompileModel.IR.Operators;

/// <summary>min(max(x, lower), upper) of operands x, lower, upper; NaN stays NaN. https://onnx.ai/onnx/operators/onnx__Clip.html</summary>
public sealed record Clip : ElementwiseOperator
{
    /// <inheritdoc/>
    public override int Arity => 3;
}
