using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise;

/// <summary>How an elementwise operator is computed in registers. Implementations are found by scanning the assembly.</summary>
public interface IElementwiseKernel<in TOperator> where TOperator : ElementwiseOperator
{
    /// <summary>Whether vectors of the builder's ISA can do it for these operand types; one-lane code must always be possible.</summary>
    bool SupportsVector(TOperator op, IReadOnlyList<ElementType> operands) => operands.All(t => t == ElementType.Float32);

    /// <summary>Writes the computation and gives its result. Scalar or vector is the builder's current ISA.</summary>
    Vec Emit(RoutineBuilder b, TOperator op, IReadOnlyList<Vec> args);
}
