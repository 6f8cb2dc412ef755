using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Imports an operator of one or more operands as a chain of binary ones.</summary>
/// <typeparam name="TOperator">The binary operator.</typeparam>
public abstract class VariadicImporter<TOperator>() : Importer(1, int.MaxValue) where TOperator : Operator, new()
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        if (node.Inputs.Contains(null)) throw new ImportException(Diagnostics.DiagnosticCodes.BadArity, $"no input of {OpType} may be left out");
        if (node.Inputs.Count == 1)
        {
            node.Emit(new IR.Operators.Identity(), node.Inputs[0]);
            return;
        }
        var result = node.Inputs[0];
        for (int i = 1; i < node.Inputs.Count - 1; i++) result = node.Add(new TOperator(), result, node.Inputs[i]);
        node.Emit(new TOperator(), result, node.Inputs[^1]);
    }
}
