using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Sine.</summary>
public sealed class SinKernel : IElementwiseKernel<Sin>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Sin op, IReadOnlyList<Vec> args) => Trigonometry.Sin(b, args[0]);
}
