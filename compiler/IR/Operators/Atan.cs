namespace CompileModel.IR.Operators;

/// <summary>Inverse tangent, for floats. https://onnx.ai/onnx/operators/onnx__Atan.html</summary>
public sealed record Atan : FloatUnaryOperator;
