namespace CompileModel.IR.Operators;

/// <summary>max(0, min(1, Alpha * x + Beta)), for floats. https://onnx.ai/onnx/operators/onnx__HardSigmoid.html</summary>
/// <param name="Alpha">Slope.</param>
/// <param name="Beta">Offset.</param>
public sealed record HardSigmoid(float Alpha, float Beta) : FloatUnaryOperator;
