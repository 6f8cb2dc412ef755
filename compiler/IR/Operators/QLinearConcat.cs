namespace CompileModel.IR.Operators;

/// <summary>Quantised values one after another along an axis, brought to one scale. Operands: scale and zero point of the result, then data, scale and zero point of each part.
/// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearconcat</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record QLinearConcat(int Axis) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        InferenceContext.Check(inputs.Count >= 5 && inputs.Count % 3 == 2, $"{Name} takes two operands and three for each part, got {inputs.Count}");
        Value One(int i) => Quantization.Along(f, Required(inputs, i), Shape.Scalar, 0);
        Value Part(int i)
        {
            var x = Required(inputs, i);
            bool isSame = Same(i + 1, 0) && Same(i + 2, 1);
            return isSame ? x : Quantization.Rounded(f, Quantization.Real(f, x, One(i + 1), One(i + 2)), One(0), One(1), x.Element);
        }
        bool Same(int a, int b) => f.Data(inputs[a]) is { } left && f.Data(inputs[b]) is { } right && left.Element == right.Element && left.Bytes.SequenceEqual(right.Bytes);
        return [f.Concat(Axis, [.. Enumerable.Range(0, (inputs.Count - 2) / 3).Select(k => Part(2 + (3 * k)))])];
    }
}
