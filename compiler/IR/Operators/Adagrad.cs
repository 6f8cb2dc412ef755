namespace CompileModel.IR.Operators;

/// <summary>A step of ADAGRAD; state: the sums of squared gradients. https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_Adagrad.html</summary>
/// <param name="Decay">How the learning rate shrinks with the steps.</param>
/// <param name="Epsilon">Added to the root.</param>
/// <param name="Norm">Factor of the tensor in its gradient.</param>
public sealed record Adagrad(float Decay, float Epsilon, float Norm) : TrainingOperator
{
    /// <inheritdoc/>
    protected override int States => 1;

    /// <inheritdoc/>
    protected override IReadOnlyList<Value> Step(Formula f, Value rate, Value count, Value x, Value gradient, IReadOnlyList<Value> state)
    {
        var slowed = f.Add(new Div(), rate, f.Sum(f.Mul(f.Cast(count, rate.Element), f.Scalar(Decay, rate)), f.Scalar(1, rate)));
        var g = Regularized(f, Norm, x, gradient);
        var squares = f.Sum(state[0], f.Mul(g, g));
        var change = f.Add(new Div(), f.Mul(g, slowed), f.Sum(f.Add(new Sqrt(), squares), f.Scalar(Epsilon, x)));
        return [f.Add(new Sub(), x, change), squares];
    }
}
