namespace CompileModel.IR.Operators;

/// <summary>A step of stochastic gradient descent with momentum; state: the momentum. https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_Momentum.html</summary>
/// <param name="Alpha">How much of the momentum stays.</param>
/// <param name="Beta">How much of the gradient is added after the first step.</param>
/// <param name="Norm">Factor of the tensor in its gradient.</param>
/// <param name="IsNesterov">Whether the tensor moves by the gradient and what the momentum will be.</param>
public sealed record Momentum(float Alpha, float Beta, float Norm, bool IsNesterov) : TrainingOperator
{
    /// <inheritdoc/>
    protected override int States => 1;

    /// <inheritdoc/>
    protected override IReadOnlyList<Value> Step(Formula f, Value rate, Value count, Value x, Value gradient, IReadOnlyList<Value> state)
    {
        var g = Regularized(f, Norm, x, gradient);
        var share = AtFirst(f, count, f.Scalar(1, x), f.Scalar(Beta, x));
        var momentum = f.Sum(f.Mul(state[0], f.Scalar(Alpha, x)), f.Mul(g, share));
        var direction = IsNesterov ? f.Sum(g, f.Mul(momentum, f.Scalar(Alpha, x))) : momentum;
        return [f.Add(new Sub(), x, f.Mul(direction, rate)), momentum];
    }
}
