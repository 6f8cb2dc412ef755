namespace CompileModel.IR.Operators;

/// <summary>x / (1 + |x|), for floats. https://onnx.ai/onnx/operators/onnx__Softsign.html</summary>
public sealed record Softsign : FloatUnaryOperator;
