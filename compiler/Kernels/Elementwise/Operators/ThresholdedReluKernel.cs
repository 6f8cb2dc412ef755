using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x above alpha, else 0.</summary>
public sealed class ThresholdedReluKernel : IElementwiseKernel<ThresholdedRelu>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, ThresholdedRelu op, IReadOnlyList<Vec> args) => b.Select(b.Apply(VectorOp.Greater, args[0], b.Constant(args[0].Type, op.Alpha), "above"), args[0], b.Constant(args[0].Type, 0), "thresholded");
}
