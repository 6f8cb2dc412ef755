using CompileModel.IR;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: two nodes with equal operators (attributes included) and the same operands; two constants with equal data.</para>
/// <para>Becomes: one of them.</para>
/// <para>Why: exporters repeat shape computations, casts and transposes for every reader.</para>
/// <para>Where: after folding and no-op removal, which make operands equal.</para>
/// </summary>
public sealed class MergeDuplicates : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        var first = new Dictionary<Value, Value>();
        var data = new Dictionary<Tensor, Value>();
        foreach (var (value, tensor) in graph.Constants.OrderBy(c => c.Key.Name, StringComparer.Ordinal))
            if (!data.TryAdd(tensor, value)) Merge(value, data[tensor]);

        var nodes = new Dictionary<Key, Node>();
        foreach (var node in graph.Nodes)
        {
            var key = new Key(node.Operator, [.. node.Inputs.Select(v => v is null ? null : first.GetValueOrDefault(v, v))], node.Outputs.Length);
            if (nodes.TryAdd(key, node)) continue;
            var same = nodes[key];
            if (node.Outputs.Zip(same.Outputs).Any(pair => pair.First is not null && pair.Second is null)) continue;
            for (int i = 0; i < node.Outputs.Length; i++)
                if (node.Outputs[i] is { } output) Merge(output, same.Outputs[i]!);
        }
        return patch;

        void Merge(Value value, Value into)
        {
            first.Add(value, into);
            patch.Replace(value, into);
        }
    }

    private sealed record Key(Operator Operator, Value?[] Inputs, int Outputs)
    {
        public bool Equals(Key? other) => other is not null && Outputs == other.Outputs && Operator.Equals(other.Operator) && Inputs.AsSpan().SequenceEqual(other.Inputs);

        public override int GetHashCode() => Inputs.Aggregate(Operator.GetHashCode(), HashCode.Combine);
    }
}
