namespace CompileModel.IR.Operators;

/// <summary>A regular part of a tensor: element i of axis a is element Starts[a] + i * Steps[a] of the input. The canonical form of Slice and Split.</summary>
/// <param name="Starts">First element on every axis, 0 to extent - 1.</param>
/// <param name="Steps">Distance on every axis; negative to reverse, never 0.</param>
/// <param name="Sizes">Extents of the result.</param>
public sealed record SliceStatic(Ints Starts, Ints Steps, Ints Sizes) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(Starts.Count == x.Rank && Steps.Count == x.Rank && Sizes.Count == x.Rank, $"{Name} needs {x.Rank} numbers each");
        for (int i = 0; i < x.Rank; i++)
        {
            int last = Starts[i] + (Sizes[i] - 1) * Steps[i];
            InferenceContext.Check(Steps[i] != 0 && Sizes[i] >= 0 && (Sizes[i] == 0 || (Starts[i] >= 0 && Starts[i] < x[i] && last >= 0 && last < x[i])),
                $"start {Starts[i]}, step {Steps[i]}, size {Sizes[i]} leave axis {i} of {x}");
        }
        return [new(context[0].Element, Shape.Of(Sizes))];
    }
}
