namespace CompileModel.IR.Operators;

/// <summary>Inverse hyperbolic tangent, for floats. https://onnx.ai/onnx/operators/onnx__Atanh.html</summary>
public sealed record Atanh : FloatUnaryOperator;
