namespace CompileModel.IR.Operators;

/// <summary>log(1 + exp(x)), for floats. https://onnx.ai/onnx/operators/onnx__Softplus.html</summary>
public sealed record Softplus : FloatUnaryOperator;
