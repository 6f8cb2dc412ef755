using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>1 above the threshold, else 0.</summary>
public sealed class BinarizerKernel : IElementwiseKernel<Binarizer>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Binarizer op, IReadOnlyList<Vec> args)
    {
        var type = args[0].Type;
        return b.Select(b.Apply(VectorOp.Greater, args[0], b.Constant(type, op.Threshold), "above"), b.Constant(type, 1), b.Constant(type, 0), "binary");
    }
}
