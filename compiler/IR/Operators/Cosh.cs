namespace CompileModel.IR.Operators;

/// <summary>Hyperbolic cosine, for floats. https://onnx.ai/onnx/operators/onnx__Cosh.html</summary>
public sealed record Cosh : FloatUnaryOperator;
