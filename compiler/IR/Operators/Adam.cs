namespace CompileModel.IR.Operators;

/// <summary>A step of Adam; state: the averaged gradients, the averaged squared gradients. https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_Adam.html</summary>
/// <param name="Alpha">How much of the averaged gradient stays.</param>
/// <param name="Beta">How much of the averaged square stays.</param>
/// <param name="Epsilon">Added to the root.</param>
/// <param name="Norm">Factor of the tensor in its gradient.</param>
/// <param name="PostNorm">Part of the new tensor that is taken away.</param>
public sealed record Adam(float Alpha, float Beta, float Epsilon, float Norm, float PostNorm) : TrainingOperator
{
    /// <inheritdoc/>
    protected override int States => 2;

    /// <inheritdoc/>
    protected override IReadOnlyList<Value> Step(Formula f, Value rate, Value count, Value x, Value gradient, IReadOnlyList<Value> state)
    {
        Value Mixed(Value old, Value added, float keep) => f.Sum(f.Mul(old, f.Scalar(keep, old)), f.Mul(added, f.Scalar(1 - keep, old)));
        var g = Regularized(f, Norm, x, gradient);
        Value mean = Mixed(state[0], g, Alpha), square = Mixed(state[1], f.Mul(g, g), Beta);
        var steps = f.Cast(count, rate.Element);
        Value Rest(float keep) => f.Add(new Sub(), f.Scalar(1, rate), f.Add(new Pow(), f.Scalar(keep, rate), steps));
        // The averages start at 0; at the first step nothing is corrected.
        var corrected = f.Add(new Div(), f.Mul(rate, f.Add(new Sqrt(), Rest(Beta))), AtFirst(f, count, f.Scalar(1, rate), Rest(Alpha)));
        var adjusted = AtFirst(f, count, rate, corrected);
        var change = f.Add(new Div(), f.Mul(mean, adjusted), f.Sum(f.Add(new Sqrt(), square), f.Scalar(Epsilon, x)));
        var next = f.Add(new Sub(), x, change);
        return [PostNorm == 0 ? next : f.Mul(next, f.Scalar(1 - PostNorm, x)), mean, square];
    }
}
