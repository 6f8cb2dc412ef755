namespace CompileModel.IR.Operators;

/// <summary>Hyperbolic tangent, for floats. https://onnx.ai/onnx/operators/onnx__Tanh.html</summary>
public sealed record Tanh : FloatUnaryOperator;
