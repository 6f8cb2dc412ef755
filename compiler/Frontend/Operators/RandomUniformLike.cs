namespace CompileModel.Frontend.Operators;

/// <summary>Imports RandomUniformLike.</summary>
public sealed class RandomUniformLike() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.RandomUniform(node.Has("dtype") ? node.ElementType("dtype") : null, [], node.Float("low", 0), node.Float("high", 1), RandomSeed.Of(node)), node.Inputs[0]);
}
