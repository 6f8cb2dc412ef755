namespace CompileModel.Frontend.Operators;

/// <summary>Imports CumSum.</summary>
public sealed class CumSum() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.CumSum(node.Flag("exclusive"), node.Flag("reverse")), node.Inputs[0], node.Inputs[1]);
}
