namespace CompileModel.IR.Operators;

/// <summary>max(0, x) + min(0, Alpha * (exp(x / Alpha) - 1)), for floats. https://onnx.ai/onnx/operators/onnx__Celu.html</summary>
/// <param name="Alpha">Negative limit of the result, negated.</param>
public sealed record Celu(float Alpha) : FloatUnaryOperator;
