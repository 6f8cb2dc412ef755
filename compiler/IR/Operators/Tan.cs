namespace CompileModel.IR.Operators;

/// <summary>Tangent, for floats. https://onnx.ai/onnx/operators/onnx__Tan.html</summary>
public sealed record Tan : FloatUnaryOperator;
