using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// For elementwise operators and Concat: all operands are transposed alike, are constants, or are so small a part that transposing them back costs less.
/// Operands of lower rank are broadcast: they get leading axes of extent 1 first.
/// </summary>
internal sealed class ElementwiseRule : ITransposeRule
{
    /// <inheritdoc/>
    public Value? TrySink(Graph graph, Patch patch, Node node)
    {
        if (node.Outputs.Length != 1 || node.Operator is not (ElementwiseOperator or Concat)) return null;
        int rank = node.Output.Shape.Rank;
        var moved = node.PresentInputs.Select(v => Permutation.Of(graph, v)).FirstOrDefault(t => t is not null && t.Value.Perm.Count == rank);
        if (moved is not var (transpose, _, perm)) return null;

        long gained = 0, paid = 0;
        foreach (var input in node.PresentInputs.Distinct())
        {
            if (Permutation.Of(graph, input) is { } other && other.Perm == perm) gained += input.Type.Bytes;
            else if (graph.Constant(input) is null && !IsFree(input.Shape, perm)) paid += input.Type.Bytes;
        }
        if (paid >= gained) return null;

        var inverse = Permutation.Inverse(perm);
        var inputs = node.PresentInputs.Select(v => Before(graph, patch, v, rank, perm, inverse)).ToArray();
        var op = node.Operator is Concat concat ? new Concat(perm[InferenceContext.Axis(concat.Axis, rank)]) : node.Operator;
        var inner = patch.Add($"{node.Output.Name}.inner", op, inputs, node);
        return patch.Add(node.Output.Name, new Transpose(perm), [inner], transpose);
    }

    /// <summary>The operand as it is before the transposition.</summary>
    private static Value Before(Graph graph, Patch patch, Value value, int rank, Ints perm, Ints inverse)
    {
        if (Permutation.Of(graph, value) is { } other && other.Perm == perm) return other.Source;
        if (value.Shape.Count == 1) return value;
        Ints dims = [.. Enumerable.Repeat(1, rank - value.Shape.Rank), .. value.Shape.ToArray()];
        if (graph.Constant(value) is { } data) return patch.Constant(value.Name, Permutation.Apply(data.Reshape(Shape.Of(dims)), inverse));
        var full = value.Shape.Rank == rank ? value : patch.Add($"{value.Name}.full", new ReshapeTo(dims), [value]);
        return patch.Add($"{value.Name}.back", new Transpose(inverse), [full]);
    }

    private static bool IsFree(Shape shape, Ints perm) =>
        Permutation.MovesOnlyUnits(Permutation.Inverse(perm), Shape.Of([.. Enumerable.Repeat(1, perm.Count - shape.Rank), .. shape.ToArray()]));
}
