namespace CompileModel.IR.Operators;

/// <summary>
/// Dropout in training mode: elements become 0 with a probability, the others grow by it, see <see cref="RandomNumbers"/>. Operands: x, probability (optional, 0.5), whether it is
/// training (constant). Results: y, which elements were kept. https://onnx.ai/onnx/operators/onnx__Dropout.html
/// </summary>
/// <param name="Seed">Decides the numbers.</param>
public sealed record Dropout(long Seed) : CompositeOperator, IRandom
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        int[] dims = x.Shape.ToArray();
        if (f.Require(Required(inputs, 2), "whether dropout is in training mode").AsLong(0) == 0) return [f.Add(new Identity(), x), f.Table(ElementType.Bool, dims, _ => 1)];
        var ratio = Optional(inputs, 1) is { } given ? f.Cast(f.Reshape(given), x.Element) : f.Scalar(0.5, x);
        var kept = f.Add(new GreaterOrEqual(), f.Table(x.Element, dims, i => RandomNumbers.Uniform(Seed, i)), ratio);
        var grown = f.Add(new Div(), x, f.Add(new Sub(), f.Scalar(1, x), ratio));
        return [f.Add(new Where(), kept, grown, f.Scalar(0, x)), kept];
    }
}
