namespace CompileModel.IR.Operators;

/// <summary>x for x &gt; Alpha, else 0, for floats. https://onnx.ai/onnx/operators/onnx__ThresholdedRelu.html</summary>
/// <param name="Alpha">Threshold.</param>
public sealed record ThresholdedRelu(float Alpha) : FloatUnaryOperator;
