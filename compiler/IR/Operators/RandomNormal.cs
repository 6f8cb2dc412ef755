namespace CompileModel.IR.Operators;

/// <summary>Normal random numbers, see <see cref="RandomNumbers"/>. No operand, or one whose shape (and type) the result has. https://onnx.ai/onnx/operators/onnx__RandomNormal.html</summary>
/// <param name="To">Element type, or null for that of the operand.</param>
/// <param name="Dims">Extents, when there is no operand.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Scale">Standard deviation.</param>
/// <param name="Seed">Decides the numbers.</param>
public sealed record RandomNormal(ElementType? To, Ints Dims, float Mean, float Scale, long Seed) : CompositeOperator, IRandom
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs) =>
        [f.Table(To ?? Required(inputs, 0).Element, inputs.Count == 0 ? [.. Dims] : Required(inputs, 0).Shape.ToArray(), i => Mean + (double)Scale * RandomNumbers.Normal(Seed, i))];
}
