using CompileModel.IR;

namespace CompileModel.Kernels.Movement;

/// <summary>The operand repeated along each axis as a whole.</summary>
public sealed record TileTemplate(Ints Repeats) : AffineCopyTemplate
{
    /// <inheritdoc/>
    public override string Family => "tile";

    /// <inheritdoc/>
    protected override (IReadOnlyList<int> Dims, IReadOnlyList<int> Source, IReadOnlyList<int> Target, int Offset) Box(Layout input, Layout output)
    {
        // Two loops for each axis: the copy, and the index inside it.
        var (dims, source, target) = (new List<int>(), new List<int>(), new List<int>());
        for (int i = 0; i < input.Rank; i++)
        {
            dims.AddRange([Repeats[i], input.Dims[i]]);
            source.AddRange([0, input.Strides[i]]);
            target.AddRange([input.Dims[i] * output.Strides[i], output.Strides[i]]);
        }
        return (dims, source, target, 0);
    }

    /// <inheritdoc/>
    public override string ToString() => $"Tile {Repeats}";
}
