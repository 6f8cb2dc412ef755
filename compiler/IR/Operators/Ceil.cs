namespace CompileModel.IR.Operators;

/// <summary>Smallest integer not below x, for floats. https://onnx.ai/onnx/operators/onnx__Ceil.html</summary>
public sealed record Ceil : FloatUnaryOperator;
