namespace CompileModel.IR.Operators;

/// <summary>Largest element over axes. https://onnx.ai/onnx/operators/onnx__ReduceMax.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceMax(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.Max, KeepDims, NoopWithEmptyAxes);
