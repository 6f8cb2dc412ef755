using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>a, b = Split(x, sizes)</c>.</para>
/// <para>Becomes: <c>a = SliceStatic(x)</c>, <c>b = SliceStatic(x)</c>.</para>
/// <para>Why: one form for parts of a tensor; parts that nobody reads disappear.</para>
/// <para>Where: with the other resolved forms.</para>
/// </summary>
public sealed class SplitToSlices : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is not Split split) continue;
            var parts = split.Parts(new InferenceContext([.. node.Inputs.Select(v => v?.Type)], [.. node.Inputs.Select(graph.Constant)], node.Outputs.Length));
            for (int i = 0; i < parts.Count; i++)
                if (node.Outputs[i] is { } output) patch.Replace(output, patch.Add(output.Name, parts[i], [node.Input(0)], node));
        }
        return patch;
    }
}
