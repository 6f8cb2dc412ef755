namespace CompileModel.IR.Operators;

/// <summary>Running sums along the axis in operand 1. https://onnx.ai/onnx/operators/onnx__CumSum.html</summary>
/// <param name="Exclusive">Each sum leaves its own element out.</param>
/// <param name="Reverse">From the end.</param>
public sealed record CumSum(bool Exclusive, bool Reverse) : RunningOperator(Exclusive, Reverse)
{
    /// <inheritdoc/>
    public override double Neutral() => 0;
}
