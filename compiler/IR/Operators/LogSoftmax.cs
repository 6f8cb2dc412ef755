namespace CompileModel.IR.Operators;

/// <summary>log(softmax(x)) along an axis. https://onnx.ai/onnx/operators/onnx__LogSoftmax.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record LogSoftmax(int Axis) : AxisOperator(Axis);
