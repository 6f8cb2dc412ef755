namespace CompileModel.IR.Operators;

/// <summary>Nearest integer, halves to even, for floats. https://onnx.ai/onnx/operators/onnx__Round.html</summary>
public sealed record Round : FloatUnaryOperator;
