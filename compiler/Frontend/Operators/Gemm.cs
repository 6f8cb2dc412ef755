namespace CompileModel.Frontend.Operators;

/// <summary>Imports Gemm.</summary>
public sealed class Gemm() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("broadcast");
        node.Emit(new IR.Operators.Gemm(node.Float("alpha", 1), node.Float("beta", 1), node.Flag("transA"), node.Flag("transB")), [.. node.Inputs]);
    }
}
