namespace CompileModel.IR.Operators;

/// <summary>Sum of magnitudes over axes. https://onnx.ai/onnx/operators/onnx__ReduceL1.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceL1(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.L1, KeepDims, NoopWithEmptyAxes);
