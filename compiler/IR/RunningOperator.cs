namespace CompileModel.IR;

/// <summary>An operator whose elements are what those before them come to, along the axis in operand 1.</summary>
/// <param name="Exclusive">Each element of the result leaves its own element out.</param>
/// <param name="Reverse">From the end.</param>
public abstract record RunningOperator(bool Exclusive, bool Reverse) : Operator
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Axis(context.RequireConstant(1, "the axis").AsLong(0), context[0].Shape.Rank);
        return [context[0]];
    }

    /// <summary>What no elements come to; it changes no total.</summary>
    public abstract double Neutral();
}
