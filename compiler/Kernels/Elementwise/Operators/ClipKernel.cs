using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x cut to bounds that are operands.</summary>
public sealed class ClipKernel : IElementwiseKernel<Clip>
{
    /// <inheritdoc/>
    public bool SupportsVector(Clip op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Clip op, IReadOnlyList<Vec> args) => b.Min(b.Max(args[0], args[1], "c"), args[2], "clip");
}
