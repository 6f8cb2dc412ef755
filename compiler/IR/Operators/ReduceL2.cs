namespace CompileModel.IR.Operators;

/// <summary>Square root of the sum of squares over axes. https://onnx.ai/onnx/operators/onnx__ReduceL2.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceL2(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.L2, KeepDims, NoopWithEmptyAxes);
