using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Computes one operator on dense tensors: the slow, obvious definition. Found by scanning the assembly, one per operator.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public interface IEvaluator<in TOperator> where TOperator : Operator
{
    /// <summary>Computes all results.</summary>
    /// <param name="op">The operator with its attributes.</param>
    /// <param name="inputs">Operands; null where one is left out.</param>
    /// <param name="outputs">Inferred types of the results; the returned tensors have exactly these.</param>
    Tensor[] Evaluate(TOperator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs);
}
