namespace CompileModel.IR.Operators;

/// <summary>x * max(0, min(1, x / 6 + 0.5)), for floats. https://onnx.ai/onnx/operators/onnx__HardSwish.html</summary>
public sealed record HardSwish : FloatUnaryOperator;
