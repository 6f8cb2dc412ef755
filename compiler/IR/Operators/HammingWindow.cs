namespace CompileModel.IR.Operators;

/// <summary>The Hamming window. Operand: its size (constant). https://onnx.ai/onnx/operators/onnx__HammingWindow.html</summary>
/// <param name="To">Element type.</param>
/// <param name="IsPeriodic">Whether the period is the size, not the size less 1.</param>
public sealed record HammingWindow(ElementType To, bool IsPeriodic) : WindowFunction(To, IsPeriodic, 25.0 / 46, 21.0 / 46, 0);
