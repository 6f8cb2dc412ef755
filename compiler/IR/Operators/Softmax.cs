namespace CompileModel.IR.Operators;

/// <summary>exp(x) / sum(exp(x)) along an axis. https://onnx.ai/onnx/operators/onnx__Softmax.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record Softmax(int Axis) : AxisOperator(Axis);
