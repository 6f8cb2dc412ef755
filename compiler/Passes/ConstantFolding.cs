using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Reference;

namespace CompileModel.Passes;

/// <summary>Evaluates single operators at compile time: what type inference and <see cref="Canonical.FoldConstants"/> have in common.</summary>
public static class ConstantFolding
{
    /// <summary>The results of an operator whose operands are all known or whose results have no elements, or null when it cannot or should not be evaluated.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="inputs">Operands; null where one is left out.</param>
    /// <param name="constants">Data of the operands.</param>
    /// <param name="types">Inferred types of the results.</param>
    /// <param name="limit">Largest number of bytes of all results.</param>
    public static Tensor[]? TryEvaluate(Operator op, IReadOnlyList<TensorType?> inputs, IReadOnlyList<Tensor?> constants, IReadOnlyList<TensorType> types, long limit)
    {
        if (types.All(t => t.Shape.Count == 0)) return [.. types.Select(t => Tensor.Zeros(t.Element, t.Shape))];
        bool typesOnly = op is ITypesOnly;
        if (!typesOnly && !Enumerable.Range(0, inputs.Count).All(i => inputs[i] is null || constants[i] is not null)) return null;
        if (types.Sum(t => t.Bytes) > limit || !Evaluators.Exists(op.GetType())) return null;
        if (typesOnly) constants = [.. inputs.Select(t => t is null ? null : Tensor.Zeros(t.Element, t.Shape))];
        try
        {
            return Evaluators.Evaluate(op, constants, types);
        }
        catch (Exception e) when (e is ArithmeticException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InferenceException(DiagnosticCodes.ShapeMismatch, $"{op.Name} cannot be computed for constants: {e.Message}");
        }
    }
}
