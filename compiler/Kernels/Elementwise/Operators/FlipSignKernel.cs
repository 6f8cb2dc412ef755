using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>8-bit integers of the other signedness with the top bit toggled.</summary>
public sealed class FlipSignKernel : IElementwiseKernel<FlipSign>
{
    /// <inheritdoc/>
    public bool SupportsVector(FlipSign op, IReadOnlyList<ElementType> operands) => false;

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, FlipSign op, IReadOnlyList<Vec> args)
    {
        bool isSigned = args[0].Type == ElementType.Int8;
        var wide = b.ConvertScalar(args[0], ElementType.Int32, "wide");
        return b.ConvertScalar(b.Add(wide, b.Constant(ElementType.Int32, isSigned ? 128 : -128), "flipped"), isSigned ? ElementType.UInt8 : ElementType.Int8, "x");
    }
}
