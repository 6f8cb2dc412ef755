namespace CompileModel.IR.Operators;

/// <summary>Sine, for floats. https://onnx.ai/onnx/operators/onnx__Sin.html</summary>
public sealed record Sin : FloatUnaryOperator;
