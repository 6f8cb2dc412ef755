namespace CompileModel.IR.Operators;

/// <summary>Cosine, for floats. https://onnx.ai/onnx/operators/onnx__Cos.html</summary>
public sealed record Cos : FloatUnaryOperator;
