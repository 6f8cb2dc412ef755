namespace CompileModel.IR.Operators;

/// <summary>Natural logarithm, for floats. https://onnx.ai/onnx/operators/onnx__Log.html</summary>
public sealed record Log : FloatUnaryOperator;
