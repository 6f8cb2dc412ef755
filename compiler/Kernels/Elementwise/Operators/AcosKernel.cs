using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Arc cosine.</summary>
public sealed class AcosKernel : IElementwiseKernel<Acos>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Acos op, IReadOnlyList<Vec> args) => Trigonometry.Acos(b, args[0]);
}
