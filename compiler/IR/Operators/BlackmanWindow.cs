namespace CompileModel.IR.Operators;

/// <summary>The Blackman window. Operand: its size (constant). https://onnx.ai/onnx/operators/onnx__BlackmanWindow.html</summary>
/// <param name="To">Element type.</param>
/// <param name="IsPeriodic">Whether the period is the size, not the size less 1.</param>
public sealed record BlackmanWindow(ElementType To, bool IsPeriodic) : WindowFunction(To, IsPeriodic, 0.42, 0.5, 0.08);
