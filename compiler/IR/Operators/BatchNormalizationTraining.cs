namespace CompileModel.IR.Operators;

/// <summary>
/// Batch normalization by the statistics of the batch itself; operands x, scale, bias, running mean, running variance. Results: y, and the running statistics with those of the batch mixed in.
/// https://onnx.ai/onnx/operators/onnx__BatchNormalization.html
/// </summary>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="Momentum">Weight of the running statistics.</param>
public sealed record BatchNormalizationTraining(float Epsilon, float Momentum) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        InferenceContext.CheckType(x.Element.IsFloat(), $"{Name} takes floats, got {x.Type}");
        InferenceContext.Check(x.Shape.Rank > 1, $"{Name} needs a channel axis, got {x.Type}");
        int channels = x.Shape[1];
        int[] others = [.. Enumerable.Range(0, x.Shape.Rank).Where(i => i != 1)], along = [.. Enumerable.Range(0, x.Shape.Rank).Select(i => i == 1 ? channels : 1)];
        var mean = f.Reduce(Reduction.Mean, x, true, others);
        var centered = f.Add(new Sub(), x, mean);
        var variance = f.Reduce(Reduction.Mean, f.Mul(centered, centered), true, others);
        var deviation = f.Add(new Sqrt(), f.Sum(variance, f.Scalar(Epsilon, x)));
        Value Channels(int index) => f.Cast(f.Reshape(Required(inputs, index), along), x.Element);
        var y = f.Sum(f.Mul(f.Add(new Div(), centered, deviation), Channels(1)), Channels(2));
        Value Mixed(int index, Value batch)
        {
            var running = Required(inputs, index);
            return f.Sum(f.Mul(running, f.Scalar(Momentum, running)), f.Mul(f.Cast(f.Reshape(batch, channels), running.Element), f.Scalar(1 - (double)Momentum, running)));
        }
        return [y, Mixed(3, mean), Mixed(4, variance)];
    }
}
