namespace CompileModel.IR.Operators;

/// <summary>Error function, for floats. https://onnx.ai/onnx/operators/onnx__Erf.html</summary>
public sealed record Erf : FloatUnaryOperator;
