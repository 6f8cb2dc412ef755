namespace CompileModel.IR.Operators;

/// <summary>start, start + delta, ... below limit (operands start, limit, delta; scalars). https://onnx.ai/onnx/operators/onnx__Range.html</summary>
public sealed record Range : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        double start = context.RequireConstant(0, "the start").AsDouble(0), limit = context.RequireConstant(1, "the limit").AsDouble(0), delta = context.RequireConstant(2, "the step").AsDouble(0);
        InferenceContext.Check(delta != 0, "the step is 0");
        return [new(context[0].Element, Shape.Of((int)Math.Max(0, Math.Ceiling((limit - start) / delta))))];
    }
}
