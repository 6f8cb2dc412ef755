namespace CompileModel.IR;

/// <summary>A compound operator whose results pass through an epilogue. Its operands after the first ones are those of the epilogue from 1 on.</summary>
/// <param name="Epilogue">Applied to every result; operand 0 is the result after bias.</param>
public abstract record FusedOperator(Expression Epilogue) : Operator
{
    /// <summary>Index of the node's operand that is the bias.</summary>
    public const int Bias = 2;

    /// <summary>Index of the node's operand that is operand 1 of the epilogue.</summary>
    public const int FirstExtra = 3;

    /// <inheritdoc/>
    public sealed override Stage From => Stage.Canonical;

    /// <summary>The result type after bias and epilogue; checks their operands.</summary>
    protected TensorType Finish(InferenceContext context, ElementType element, Shape shape)
    {
        if (context.Has(Bias)) InferenceContext.Check(context[Bias].Shape.Equals(Shape.Of(shape[^1])), $"bias {context[Bias].Shape} must be [{shape[^1]}]");
        int extras = Math.Max(0, context.Inputs - FirstExtra);
        InferenceContext.Check(extras == Epilogue.Operands - 1, $"the epilogue takes {Epilogue.Operands - 1} further operands, got {extras}");
        var types = new ElementType[Epilogue.Operands];
        types[0] = element;
        for (int i = 1; i < types.Length; i++)
        {
            var extra = context[FirstExtra + i - 1];
            types[i] = extra.Element;
            InferenceContext.Check(shape.Equals(Shape.Broadcast(extra.Shape, shape)), $"epilogue operand {extra.Shape} does not broadcast to {shape}");
        }
        return new(Epilogue.ResultType(types), shape);
    }
}
