namespace CompileModel.Frontend.Operators;

/// <summary>Imports CumProd.</summary>
public sealed class CumProd() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.CumProd(node.Flag("exclusive"), node.Flag("reverse")), node.Inputs[0], node.Inputs[1]);
}
