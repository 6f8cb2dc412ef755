namespace CompileModel.IR.Operators;

/// <summary>Softmax on quantised values. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearsoftmax</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
/// <param name="IsFlat">Whether all axes from Axis on are one, as before opset 13.</param>
public sealed record QLinearSoftmax(int Axis, bool IsFlat) : QLinearUnaryOperator
{
    /// <inheritdoc/>
    protected override Value Map(Formula f, Value x)
    {
        if (!IsFlat) return f.Add(new Softmax(Axis), x);
        int[] dims = x.Shape.ToArray();
        int rows = dims.Take(InferenceContext.Axis(Axis, dims.Length)).Aggregate(1, (a, b) => a * b);
        return f.Reshape(f.Add(new Softmax(1), f.Reshape(x, rows, (int)x.Shape.Count / rows)), dims);
    }
}
