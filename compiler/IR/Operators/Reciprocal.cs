namespace CompileModel.IR.Operators;

/// <summary>1 / x, for floats. https://onnx.ai/onnx/operators/onnx__Reciprocal.html</summary>
public sealed record Reciprocal : FloatUnaryOperator;
