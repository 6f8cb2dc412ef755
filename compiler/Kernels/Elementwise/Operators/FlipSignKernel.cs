using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>8-bit integers of the other signedness with the top bit toggled.</summary>
public sealed class FlipSignKernel : IElementwiseKernel<FlipSign>
{
    /// <inheritdoc/>
    public bool SupportsVector(FlipSign op, IReadOnlyList<ElementType> operands) => operands[0] == ElementType.Int32;

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, FlipSign op, IReadOnlyList<Vec> args)
    {
        var flipped = b.Add(ElementwiseKernels.Emit(b, new Cast(ElementType.Int32), args[0]), b.Constant(ElementType.Int32, op.To == ElementType.UInt8 ? 128 : -128), "flipped");
        return b.Isa == ScalarIsa.Instance ? b.ConvertScalar(flipped, op.To, "x") : flipped;
    }
}
