namespace CompileModel.IR.Operators;

/// <summary>Logarithm of the sum over axes. https://onnx.ai/onnx/operators/onnx__ReduceLogSum.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceLogSum(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.LogSum, KeepDims, NoopWithEmptyAxes);
