namespace CompileModel.IR.Operators;

/// <summary>Uniform random numbers, see <see cref="RandomNumbers"/>. No operand, or one whose shape (and type) the result has. https://onnx.ai/onnx/operators/onnx__RandomUniform.html</summary>
/// <param name="To">Element type, or null for that of the operand.</param>
/// <param name="Dims">Extents, when there is no operand.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound, left out.</param>
/// <param name="Seed">Decides the numbers.</param>
public sealed record RandomUniform(ElementType? To, Ints Dims, float Low, float High, long Seed) : CompositeOperator, IRandom
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs) =>
        [f.Table(To ?? Required(inputs, 0).Element, inputs.Count == 0 ? [.. Dims] : Required(inputs, 0).Shape.ToArray(), i => Low + ((double)High - Low) * RandomNumbers.Uniform(Seed, i))];
}
