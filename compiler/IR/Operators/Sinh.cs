namespace CompileModel.IR.Operators;

/// <summary>Hyperbolic sine, for floats. https://onnx.ai/onnx/operators/onnx__Sinh.html</summary>
public sealed record Sinh : FloatUnaryOperator;
