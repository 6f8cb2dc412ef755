namespace CompileModel.IR.Operators;

/// <summary>1 where x is above Threshold, else 0, for floats. https://onnx.ai/onnx/operators/onnx_aionnxml_Binarizer.html</summary>
/// <param name="Threshold">The largest value that gives 0.</param>
public sealed record Binarizer(float Threshold) : FloatUnaryOperator;
