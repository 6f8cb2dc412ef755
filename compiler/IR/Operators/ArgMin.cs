namespace CompileModel.IR.Operators;

/// <summary>Where the smallest element along an axis is, as int64. https://onnx.ai/onnx/operators/onnx__ArgMin.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
/// <param name="KeepDims">Whether the axis stays with extent 1.</param>
/// <param name="SelectLast">The last one among equals instead of the first.</param>
public sealed record ArgMin(int Axis, bool KeepDims, bool SelectLast) : ArgOperator(Axis, KeepDims, SelectLast);
