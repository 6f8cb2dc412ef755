namespace CompileModel.IR.Operators;

/// <summary>e to the x, for floats. https://onnx.ai/onnx/operators/onnx__Exp.html</summary>
public sealed record Exp : FloatUnaryOperator;
