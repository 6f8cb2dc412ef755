using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Logical xor.</summary>
public sealed class XorKernel : IElementwiseKernel<Xor>
{
    /// <inheritdoc/>
    public bool SupportsVector(Xor op, IReadOnlyList<ElementType> operands) => VectorTypes.AllMasks(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Xor op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Xor, args[0], b.MaskAs(args[1], args[0].Width), "mask");
}
