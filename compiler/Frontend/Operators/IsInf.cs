namespace CompileModel.Frontend.Operators;

/// <summary>Imports IsInf.</summary>
public sealed class IsInf() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.IsInf(node.Flag("detect_negative", true), node.Flag("detect_positive", true)), node.Inputs[0]);
}
