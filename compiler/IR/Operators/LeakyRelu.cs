namespace CompileModel.IR.Operators;

/// <summary>x for x &gt;= 0, Alpha * x below, for floats. https://onnx.ai/onnx/operators/onnx__LeakyRelu.html</summary>
/// <param name="Alpha">Slope below 0.</param>
public sealed record LeakyRelu(float Alpha) : FloatUnaryOperator;
