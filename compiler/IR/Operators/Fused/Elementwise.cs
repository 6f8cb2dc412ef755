namespace CompileModel.IR.Operators.Fused;

/// <summary>An expression over operands that broadcast to a common shape, computed in one loop.</summary>
/// <param name="Body">What is computed.</param>
public sealed record Elementwise(Expression Body) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Canonical;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Check(context.Inputs == Body.Operands, $"the expression takes {Body.Operands} operands, got {context.Inputs}");
        var shape = context[0].Shape;
        var types = new ElementType[Body.Operands];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = context[i].Element;
            var next = Shape.Broadcast(shape, context[i].Shape);
            InferenceContext.Check(next is not null, $"shapes {shape} and {context[i].Shape} do not broadcast");
            shape = next!;
        }
        return [new(Body.ResultType(types), shape)];
    }
}
