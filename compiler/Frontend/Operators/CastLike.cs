namespace CompileModel.Frontend.Operators;

/// <summary>Imports CastLike.</summary>
public sealed class CastLike() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.CastLike(node.Flag("saturate", true), node.ScaleRounding()), node.Inputs[0], node.Inputs[1]);
}
