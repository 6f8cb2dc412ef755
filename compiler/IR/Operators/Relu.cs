namespace CompileModel.IR.Operators;

/// <summary>max(x, 0). https://onnx.ai/onnx/operators/onnx__Relu.html</summary>
public sealed record Relu : UnaryOperator;
