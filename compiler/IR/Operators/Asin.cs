namespace CompileModel.IR.Operators;

/// <summary>Inverse sine, for floats. https://onnx.ai/onnx/operators/onnx__Asin.html</summary>
public sealed record Asin : FloatUnaryOperator;
