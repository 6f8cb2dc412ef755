using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>For operators of one activation whose attributes name or list axes.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
/// <param name="map">The operator for the untransposed operand; null when it has no such form. Axis a of the transposed operand is axis perm[a] of the other.</param>
/// <param name="result">Permutation of the result; null for that of the operand.</param>
internal sealed class AxisRule<TOperator>(Func<TOperator, Ints, TOperator?> map, Func<TOperator, Ints, Ints>? result = null) : ITransposeRule where TOperator : Operator
{
    /// <inheritdoc/>
    public Value? TrySink(Graph graph, Patch patch, Node node)
    {
        if (node.Operator is not TOperator op || node.Outputs.Length != 1 || Permutation.Of(graph, node.OptionalInput(0)) is not var (transpose, source, perm)) return null;
        if (map(op, perm) is not { } mapped) return null;
        var inner = patch.Add($"{node.Output.Name}.inner", mapped, [source, .. node.Inputs.Skip(1)], node);
        return patch.Add(node.Output.Name, new Transpose(result?.Invoke(op, perm) ?? perm), [inner], transpose);
    }
}
