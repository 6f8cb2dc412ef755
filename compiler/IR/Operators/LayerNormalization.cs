namespace CompileModel.IR.Operators;

/// <summary>
/// Axes Axis and up brought to mean 0 and variance 1, times scale plus bias (operands 1, 2; broadcast; the bias may be left out). Results 1 and 2 are the mean and
/// 1 / sqrt(variance + Epsilon), reduced axes kept. https://onnx.ai/onnx/operators/onnx__LayerNormalization.html
/// </summary>
/// <param name="Axis">First normalised axis; negative counts from the end.</param>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record LayerNormalization(int Axis, float Epsilon) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        int axis = InferenceContext.Axis(Axis, x.Rank);
        for (int i = 1; i < 3; i++)
            if (context.Has(i)) InferenceContext.Check(x.Equals(Shape.Broadcast(context[i].Shape, x)), $"operand {context[i].Shape} does not broadcast to {x}");
        var reduced = Shape.Of(Enumerable.Range(0, x.Rank).Select(i => i < axis ? x[i] : 1));
        return [context[0], .. Enumerable.Repeat(new TensorType(ElementType.Float32, reduced), context.Outputs - 1)];
    }
}
