namespace CompileModel.IR.Operators;

/// <summary>Square root, for floats. https://onnx.ai/onnx/operators/onnx__Sqrt.html</summary>
public sealed record Sqrt : FloatUnaryOperator;
