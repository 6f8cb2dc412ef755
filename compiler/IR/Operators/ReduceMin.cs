namespace CompileModel.IR.Operators;

/// <summary>Smallest element over axes. https://onnx.ai/onnx/operators/onnx__ReduceMin.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceMin(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.Min, KeepDims, NoopWithEmptyAxes);
