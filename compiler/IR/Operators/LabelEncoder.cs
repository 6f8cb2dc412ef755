namespace CompileModel.IR.Operators;

/// <summary>The value that stands beside the key that x equals, else a default. https://onnx.ai/onnx/operators/onnx_aionnxml_LabelEncoder.html</summary>
/// <param name="Keys">Of the type of x; NaN equals NaN.</param>
/// <param name="Values">As many.</param>
/// <param name="Default">One value.</param>
public sealed record LabelEncoder(Tensor Keys, Tensor Values, Tensor Default) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        InferenceContext.CheckType(x.Element == Keys.Element, $"{Name} has keys of {Keys.Element.ShortName()}, got {x.Element.ShortName()}");
        var one = f.Reshape(x, [.. x.Shape.ToArray(), 1]);
        var same = f.Add(new Equal(), one, f.Constant(Keys));
        if (x.Element.IsFloat() && Enumerable.Range(0, Keys.Count).Any(i => double.IsNaN(Keys.AsDouble(i))))
            same = f.Add(new Or(), same, f.Add(new And(), f.Add(new IsNaN(), one), f.Table(ElementType.Bool, [Keys.Count], i => double.IsNaN(Keys.AsDouble(i)) ? 1 : 0)));
        var found = f.Cast(same, ElementType.Int32);
        int last = x.Shape.Rank;
        var place = f.Add(new ArgMax(last, false, false), found);
        var isKey = f.Cast(f.Reduce(Reduction.Max, found, false, last), ElementType.Bool);
        return [f.Add(new Where(), isKey, f.Add(new Gather(0), f.Constant(Values), place), f.Constant(Default))];
    }
}
