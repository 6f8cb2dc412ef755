namespace CompileModel.IR.Operators;

/// <summary>x times the normal distribution function of x. https://onnx.ai/onnx/operators/onnx__Gelu.html</summary>
/// <param name="Tanh">0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) instead of 0.5 x (1 + erf(x / sqrt(2))).</param>
public sealed record Gelu(bool Tanh) : FloatUnaryOperator;
