namespace CompileModel.IR.Operators;

/// <summary>Classes drawn by log-probabilities [B,C], see <see cref="RandomNumbers"/>. Result: [B,Count]. https://onnx.ai/onnx/operators/onnx__Multinomial.html</summary>
/// <param name="To">int32 or int64.</param>
/// <param name="Count">Draws for each row.</param>
/// <param name="Seed">Decides the numbers.</param>
public sealed record Multinomial(ElementType To, int Count, long Seed) : CompositeOperator, IRandom
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        InferenceContext.CheckType(x.Element.IsFloat() && To.IsInteger(), $"{Name} takes floats and gives integers, got {x.Type}");
        InferenceContext.Check(x.Shape.Rank == 2 && Count > 0, $"{Name} takes rows of log-probabilities, got {x.Shape}");
        int rows = x.Shape[0], classes = x.Shape[1];
        var noisy = f.Sum(f.Reshape(x, rows, 1, classes), f.Table(x.Element, [rows, Count, classes], i => RandomNumbers.Gumbel(Seed, i)));
        return [f.Cast(f.Add(new ArgMax(2, false, false), noisy), To)];
    }
}
