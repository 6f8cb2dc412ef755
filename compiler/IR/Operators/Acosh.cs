namespace CompileModel.IR.Operators;

/// <summary>Inverse hyperbolic cosine, for floats. https://onnx.ai/onnx/operators/onnx__Acosh.html</summary>
public sealed record Acosh : FloatUnaryOperator;
