namespace CompileModel.Frontend.Operators;

/// <summary>Imports FusedMatMul of the domain com.microsoft.</summary>
public sealed class FusedMatMul() : MicrosoftImporter(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.FusedMatMul(node.Float("alpha", 1), node.Flag("transA"), node.Flag("transB"), node.Flag("transBatchA"), node.Flag("transBatchB")), node.Inputs[0], node.Inputs[1]);
}
