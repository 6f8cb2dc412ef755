namespace CompileModel.IR.Operators;

/// <summary>An entry of a table for each element of x: table[x - lowest value of x's type].</summary>
/// <remarks>Operands: x of int8 or uint8, table[256] of int8 or uint8. The result has the shape of x and the type of the table.</remarks>
public sealed record LookUp : Operator
{
    /// <summary>Entries of a table.</summary>
    public const int Entries = 256;

    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        foreach (int i in (int[])[0, 1])
            InferenceContext.CheckType(context[i].Element.IsByte(), $"{Name} takes int8 or uint8, got {context[i].Element.ShortName()}");
        InferenceContext.Check(context[1].Shape.Equals(Shape.Of(Entries)), $"a table has {Entries} entries, got {context[1].Shape}");
        return [new(context[1].Element, context[0].Shape)];
    }
}
