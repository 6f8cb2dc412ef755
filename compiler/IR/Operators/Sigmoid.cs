namespace CompileModel.IR.Operators;

/// <summary>1 / (1 + exp(-x)), for floats. https://onnx.ai/onnx/operators/onnx__Sigmoid.html</summary>
public sealed record Sigmoid : FloatUnaryOperator;
