using CompileModel.IR;

namespace CompileModel.Passes.Bounded;

/// <summary>
/// How a program learns and tells extents. Behind the model's inputs come the symbols, one int32 scalar each; behind its outputs come the extents of results that are open,
/// likewise. Shapes of inputs and outputs are the bounds; their data are dense for the extents of the run.
/// </summary>
/// <param name="Symbols">The symbols, in the order of the further inputs.</param>
/// <param name="Outputs">For each output, for each axis: which of the further outputs is its extent, or -1 where it is fixed.</param>
public sealed record RuntimeExtents(IReadOnlyList<BoundedSymbol> Symbols, IReadOnlyList<IReadOnlyList<int>> Outputs)
{
    /// <summary>Nothing is open.</summary>
    public static RuntimeExtents None { get; } = new([], []);

    /// <summary>How many of the graph's outputs are extents.</summary>
    public int Results => Outputs.SelectMany(o => o).Append(-1).Max() + 1;

    /// <summary>The model's own inputs, without symbols.</summary>
    public IReadOnlyList<Value> InputsOf(Graph graph) => [.. graph.Inputs.SkipLast(Symbols.Count)];

    /// <summary>The model's own outputs, without extents.</summary>
    public IReadOnlyList<GraphOutput> OutputsOf(Graph graph) => [.. graph.Outputs.SkipLast(Results)];

    /// <summary>Whether an input takes data of a type.</summary>
    public bool Takes(Value input, TensorType data)
    {
        var open = Input(input);
        return data.Element == input.Element && data.Shape.Rank == input.Shape.Rank && Enumerable.Range(0, open.Count).All(axis => open[axis] < 0
            ? data.Shape[axis] == input.Shape[axis] : data.Shape[axis] >= Symbols[open[axis]].Low && data.Shape[axis] <= Symbols[open[axis]].High);
    }

    /// <summary>For each axis of an input: the number of its symbol, or -1 where it is fixed.</summary>
    public IReadOnlyList<int> Input(Value input) => [.. Enumerable.Range(0, input.Shape.Rank).Select(axis => Symbols.ToList().FindIndex(s => s.Places.Contains((input.Name, axis))))];
}
