namespace CompileModel.IR;

/// <summary>An operator that maps every line along one axis of floats to a line of the same length.</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public abstract record AxisOperator(int Axis) : Operator
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        InferenceContext.Axis(Axis, context[0].Shape.Rank);
        return [context[0]];
    }
}
