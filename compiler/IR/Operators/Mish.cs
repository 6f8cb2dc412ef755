namespace CompileModel.IR.Operators;

/// <summary>x * tanh(softplus(x)), for floats. https://onnx.ai/onnx/operators/onnx__Mish.html</summary>
public sealed record Mish : FloatUnaryOperator;
