namespace CompileModel.IR.Operators;

/// <summary>Running products along the axis in operand 1. https://onnx.ai/onnx/operators/onnx__CumProd.html</summary>
/// <param name="Exclusive">Each product leaves its own element out.</param>
/// <param name="Reverse">From the end.</param>
public sealed record CumProd(bool Exclusive, bool Reverse) : RunningOperator(Exclusive, Reverse)
{
    /// <inheritdoc/>
    public override double Neutral() => 1;
}
