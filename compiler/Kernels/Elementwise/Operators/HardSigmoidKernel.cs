using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>alpha x + beta cut to 0..1.</summary>
public sealed class HardSigmoidKernel : IElementwiseKernel<HardSigmoid>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, HardSigmoid op, IReadOnlyList<Vec> args)
    {
        var type = args[0].Type;
        var line = b.Fma(args[0], b.Constant(type, op.Alpha), b.Constant(type, op.Beta), "line");
        return b.Min(b.Max(line, b.Constant(type, 0), "c"), b.Constant(type, 1), "hard");
    }
}
