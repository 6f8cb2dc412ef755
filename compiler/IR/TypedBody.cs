namespace CompileModel.IR;

/// <summary>The body of a control-flow operator with known types.</summary>
/// <param name="Graph">Typed; its outputs are the tensors of all results.</param>
/// <param name="Operands">What its inputs stand for outside, in order.</param>
/// <param name="Results">The results, in values of the body.</param>
public sealed record TypedBody(Graph Graph, IReadOnlyList<Value> Operands, IReadOnlyList<Bundle> Results)
{
    /// <summary>The results over values that were computed by a call of the body.</summary>
    /// <param name="results">The results or some of them.</param>
    /// <param name="values">One value for each of their tensors, in order.</param>
    public static IReadOnlyList<Bundle> Over(IEnumerable<Bundle> results, IEnumerable<Value> values)
    {
        var next = new Queue<Value>(values);
        return [.. results.Select(r => r.Map(_ => next.Dequeue()))];
    }
}
