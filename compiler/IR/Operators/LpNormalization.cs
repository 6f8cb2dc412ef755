namespace CompileModel.IR.Operators;

/// <summary>Every line along an axis divided by its p-norm. https://onnx.ai/onnx/operators/onnx__LpNormalization.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
/// <param name="P">Order of the norm: 1 or 2.</param>
public sealed record LpNormalization(int Axis, int P) : AxisOperator(Axis);
