namespace CompileModel.IR.Operators;

/// <summary>Mean over axes. https://onnx.ai/onnx/operators/onnx__ReduceMean.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceMean(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.Mean, KeepDims, NoopWithEmptyAxes);
