using CompileModel.IR;

namespace CompileModel.Kernels.Movement;

/// <summary>Dimension i of the result is dimension <c>Permutation[i]</c> of the operand.</summary>
public sealed record TransposeTemplate(Ints Permutation) : AffineCopyTemplate
{
    /// <inheritdoc/>
    public override string Family => "transpose";

    /// <inheritdoc/>
    protected override (IReadOnlyList<int> Dims, IReadOnlyList<int> Source, IReadOnlyList<int> Target, int Offset) Box(Layout input, Layout output) =>
        (output.Dims, [.. Permutation.Select(p => input.Strides[p])], output.Strides, 0);

    /// <inheritdoc/>
    public override string ToString() => $"Transpose {Permutation}";
}
