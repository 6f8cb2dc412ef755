namespace CompileModel.IR.Operators;

/// <summary>Gamma * x for x &gt; 0, Gamma * Alpha * (exp(x) - 1) below, for floats. https://onnx.ai/onnx/operators/onnx__Selu.html</summary>
/// <param name="Alpha">Scale of the negative part.</param>
/// <param name="Gamma">Scale.</param>
public sealed record Selu(float Alpha, float Gamma) : FloatUnaryOperator;
