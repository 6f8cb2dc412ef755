namespace CompileModel.IR.Operators;

/// <summary>The bits of x read as another element type of the same width. https://onnx.ai/onnx/operators/onnx__BitCast.html</summary>
/// <param name="To">Element type of the result; not bool, whose bits are 0 or 1 only.</param>
public sealed record BitCast(ElementType To) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var from = context[0].Element;
        InferenceContext.CheckType(from != ElementType.String && To != ElementType.String && from.Bits() == To.Bits() && from.Bits() >= 8 && (To != ElementType.Bool || from == To), $"{from.ShortName()} has not the width of {To.ShortName()}");
        return [new(To, context[0].Shape)];
    }
}
