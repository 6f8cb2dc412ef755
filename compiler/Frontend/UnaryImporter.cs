using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Imports an operator of one operand without attributes.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public abstract class UnaryImporter<TOperator>() : Importer(1, 1) where TOperator : Operator, new()
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new TOperator(), node.Inputs[0]);
    }
}
