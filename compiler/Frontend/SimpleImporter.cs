using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Imports an operator without attributes, operands as they are.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
/// <param name="minInputs">Fewest operands.</param>
/// <param name="maxInputs">Most operands.</param>
public abstract class SimpleImporter<TOperator>(int minInputs, int maxInputs) : Importer(minInputs, maxInputs) where TOperator : Operator, new()
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new TOperator(), [.. node.Inputs]);
}
