namespace CompileModel.IR.Operators;

/// <summary>Sum of squares over axes. https://onnx.ai/onnx/operators/onnx__ReduceSumSquare.html</summary>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction instead of all axes.</param>
public sealed record ReduceSumSquare(bool KeepDims, bool NoopWithEmptyAxes) : ReduceForm(Reduction.SumSquare, KeepDims, NoopWithEmptyAxes);
