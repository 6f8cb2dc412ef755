using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x times (x / 6 + 1 / 2 cut to 0..1).</summary>
public sealed class HardSwishKernel : IElementwiseKernel<HardSwish>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, HardSwish op, IReadOnlyList<Vec> args)
    {
        var type = args[0].Type;
        var line = b.Fma(args[0], b.Constant(type, 1 / 6.0), b.Constant(type, 0.5), "line");
        var gate = b.Min(b.Max(line, b.Constant(type, 0), "c"), b.Constant(type, 1), "gate");
        return b.Mul(args[0], gate, "hard");
    }
}
