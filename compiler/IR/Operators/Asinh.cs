namespace CompileModel.IR.Operators;

/// <summary>Inverse hyperbolic sine, for floats. https://onnx.ai/onnx/operators/onnx__Asinh.html</summary>
public sealed record Asinh : FloatUnaryOperator;
