using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Integers to real numbers: converted, shifted by the zero point, scaled.</summary>
public sealed class DequantizeKernel : IElementwiseKernel<Dequantize>
{
    /// <inheritdoc/>
    public bool SupportsVector(Dequantize op, IReadOnlyList<ElementType> operands) => operands[0] is ElementType.Int32 or ElementType.Float32 && operands[1] == ElementType.Float32;

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Dequantize op, IReadOnlyList<Vec> args)
    {
        var x = ElementwiseKernels.Emit(b, new Cast(ElementType.Float32), args[0]);
        return b.Mul(op.Zero == 0 ? x : b.Sub(x, b.Constant(op.Zero), "centered"), args[1], "real");
    }
}
