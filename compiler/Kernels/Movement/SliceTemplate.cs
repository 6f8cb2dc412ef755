using CompileModel.IR;
using CompileModel.Kernels.Views;

namespace CompileModel.Kernels.Movement;

/// <summary>Elements <c>Starts + i * Steps</c> of the operand; steps may be negative.</summary>
public sealed record SliceTemplate(Ints Starts, Ints Steps) : AffineCopyTemplate, IViewTemplate
{
    /// <inheritdoc/>
    public override string Family => "slice";

    /// <inheritdoc/>
    public IReadOnlyList<ViewRegion> Regions(IReadOnlyList<Shape> inputs, Shape output) =>
        Steps.All(s => s > 0) ? [ViewRegion.Part(Starts, Steps, new(output.ToArray()))] : [];

    /// <inheritdoc/>
    public KernelTemplate? Rest(IReadOnlyList<int> copied) => copied.Count == 0 ? null : this;

    /// <inheritdoc/>
    protected override (IReadOnlyList<int> Dims, IReadOnlyList<int> Source, IReadOnlyList<int> Target, int Offset) Box(Layout input, Layout output) =>
        (output.Dims, [.. Steps.Select((s, i) => s * input.Strides[i])], output.Strides, Starts.Select((s, i) => s * input.Strides[i]).Sum());

    /// <inheritdoc/>
    public override string ToString() => $"Slice from {Starts} by {Steps}";
}
