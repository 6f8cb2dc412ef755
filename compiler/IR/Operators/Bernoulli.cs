namespace CompileModel.IR.Operators;

/// <summary>1 with the probability that the operand gives, else 0, see <see cref="RandomNumbers"/>. https://onnx.ai/onnx/operators/onnx__Bernoulli.html</summary>
/// <param name="To">Element type, or null for that of the operand.</param>
/// <param name="Seed">Decides the numbers.</param>
public sealed record Bernoulli(ElementType? To, long Seed) : CompositeOperator, IRandom
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        InferenceContext.CheckType(x.Element.IsFloat(), $"{Name} takes floats, got {x.Type}");
        return [f.Cast(f.Add(new Less(), f.Table(x.Element, x.Shape.ToArray(), i => RandomNumbers.Uniform(Seed, i)), x), To ?? x.Element)];
    }
}
