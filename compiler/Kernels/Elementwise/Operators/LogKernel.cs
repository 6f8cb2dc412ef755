using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Natural logarithm.</summary>
public sealed class LogKernel : IElementwiseKernel<Log>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Log op, IReadOnlyList<Vec> args) => Logarithm.Log(b, args[0]);
}
