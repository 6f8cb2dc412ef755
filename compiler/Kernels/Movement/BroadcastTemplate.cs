using CompileModel.IR;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Movement;

/// <summary>The operand repeated to a larger shape by the rules of numpy.</summary>
public sealed record BroadcastTemplate : AffineCopyTemplate
{
    /// <inheritdoc/>
    public override string Family => "broadcast";

    /// <inheritdoc/>
    protected override (IReadOnlyList<int> Dims, IReadOnlyList<int> Source, IReadOnlyList<int> Target, int Offset) Box(Layout input, Layout output) =>
        (output.Dims, IterationSpace.BroadcastStrides(input, output.Dims), output.Strides, 0);

    /// <inheritdoc/>
    public override string ToString() => "Broadcast";
}
