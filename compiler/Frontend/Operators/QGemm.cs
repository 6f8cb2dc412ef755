namespace CompileModel.Frontend.Operators;

/// <summary>Imports QGemm of the domain com.microsoft.</summary>
public sealed class QGemm() : MicrosoftImporter(6, 9)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QGemm(node.Float("alpha", 1), node.Flag("transA"), node.Flag("transB")), [.. node.Inputs]);
}
