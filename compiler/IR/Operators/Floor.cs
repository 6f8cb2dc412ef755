namespace CompileModel.IR.Operators;

/// <summary>Largest integer not above x, for floats. https://onnx.ai/onnx/operators/onnx__Floor.html</summary>
public sealed record Floor : FloatUnaryOperator;
