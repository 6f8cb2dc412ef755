namespace CompileModel.IR.Operators;

/// <summary>a sigmoid(Alpha a) b: a gated linear unit. https://onnx.ai/onnx/operators/onnx__SwiGLU.html</summary>
/// <param name="Alpha">Steepness of the sigmoid.</param>
public sealed record SwiGLU(float Alpha) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs) => [f.Mul(f.Add(new Swish(Alpha), Required(inputs, 0)), Required(inputs, 1))];
}
