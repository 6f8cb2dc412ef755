namespace CompileModel.IR;

/// <summary>An operator that maps elements to elements at the same index, operands broadcast to a common shape (numpy rules).</summary>
public abstract record ElementwiseOperator : Operator
{
    /// <summary>Number of operands.</summary>
    public abstract int Arity { get; }

    /// <summary>Element type of the result, from those of the operands.</summary>
    /// <exception cref="InferenceException">The operator does not take these types.</exception>
    public virtual ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        foreach (var type in operands) InferenceContext.CheckType(type == operands[0], $"{Name} takes operands of one type, got {operands[0].ShortName()} and {type.ShortName()}");
        return operands[0];
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        if (context.Inputs != Arity) throw new InferenceException(Diagnostics.DiagnosticCodes.BadArity, $"{Name} takes {Arity} operands, got {context.Inputs}");
        var shape = context[0].Shape;
        var types = new ElementType[Arity];
        for (int i = 0; i < Arity; i++)
        {
            types[i] = context[i].Element;
            var next = Shape.Broadcast(shape, context[i].Shape);
            InferenceContext.Check(next is not null, $"shapes {shape} and {context[i].Shape} do not broadcast");
            shape = next!;
        }
        return [new(ResultType(types), shape)];
    }
}
