namespace CompileModel.Frontend.Operators;

/// <summary>Imports RandomNormalLike.</summary>
public sealed class RandomNormalLike() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.RandomNormal(node.Has("dtype") ? node.ElementType("dtype") : null, [], node.Float("mean", 0), node.Float("scale", 1), RandomSeed.Of(node)), node.Inputs[0]);
}
