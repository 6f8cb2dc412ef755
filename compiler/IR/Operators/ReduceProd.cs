namespace CompileModel.IR.Operators;

/// <summary>Product over axes. https://onnx.ai/onnx/operators/onnx__ReduceProd.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceProd(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.Prod, KeepDims, NoopWithEmptyAxes);
