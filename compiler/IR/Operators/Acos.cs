namespace CompileModel.IR.Operators;

/// <summary>Inverse cosine, for floats. https://onnx.ai/onnx/operators/onnx__Acos.html</summary>
public sealed record Acos : FloatUnaryOperator;
