using CompileModel.IR;

namespace CompileModel.Kernels.Views;

/// <summary>
/// A box that an operand and the result of a data-movement kernel have in common:
/// <c>result[ResultOffsets + i] = operand[OperandOffsets + i * OperandSteps]</c> for every index i in <c>Sizes</c>. All lists have the rank of the
/// tensors, so the kernel neither permutes nor merges dimensions.
/// </summary>
/// <param name="Operand">Index of the input.</param>
/// <param name="OperandOffsets">First index taken from the operand, in elements.</param>
/// <param name="OperandSteps">Steps in the operand, at least 1.</param>
/// <param name="ResultOffsets">Where the box starts in the result.</param>
/// <param name="Sizes">Extent of the box.</param>
public sealed record ViewRegion(int Operand, Ints OperandOffsets, Ints OperandSteps, Ints ResultOffsets, Ints Sizes)
{
    /// <summary>A whole operand of shape <paramref name="sizes"/> at an offset of the result: what Concat and Pad do.</summary>
    public static ViewRegion Whole(int operand, Ints resultOffsets, Ints sizes) =>
        new(operand, Ints.Repeat(0, sizes.Count), Ints.Repeat(1, sizes.Count), resultOffsets, sizes);

    /// <summary>The whole result as a box of the one operand: what Slice does.</summary>
    public static ViewRegion Part(Ints operandOffsets, Ints operandSteps, Ints sizes) =>
        new(0, operandOffsets, operandSteps, Ints.Repeat(0, sizes.Count), sizes);
}
