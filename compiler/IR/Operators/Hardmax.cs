namespace CompileModel.IR.Operators;

/// <summary>1 for the first largest element along an axis, 0 for the others. https://onnx.ai/onnx/operators/onnx__Hardmax.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record Hardmax(int Axis) : AxisOperator(Axis);
