namespace CompileModel.IR.Operators;

/// <summary>x * sigmoid(Alpha * x), for floats. https://onnx.ai/onnx/operators/onnx__Swish.html</summary>
/// <param name="Alpha">Slope inside of the sigmoid.</param>
public sealed record Swish(float Alpha) : FloatUnaryOperator;
