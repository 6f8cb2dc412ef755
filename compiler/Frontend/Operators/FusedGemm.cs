namespace CompileModel.Frontend.Operators;

/// <summary>Imports FusedGemm of the domain com.microsoft: Gemm with an activation.</summary>
public sealed class FusedGemm() : MicrosoftImporter(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        string[] names = ["activation_alpha", "activation_beta", "activation_gamma"];
        node.Ignore(names);
        var product = node.Add(new IR.Operators.Gemm(node.Float("alpha", 1), node.Float("beta", 1), node.Flag("transA"), node.Flag("transB")), [.. node.Inputs]);
        FusedActivations.Emit(node, product, (i, @default) => node.Float(names[i], @default));
    }
}
