namespace CompileModel.Frontend.Operators;

/// <summary>Imports Bernoulli.</summary>
public sealed class Bernoulli() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override int Since => 15;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Bernoulli(node.Has("dtype") ? node.ElementType("dtype") : null, RandomSeed.Of(node)), node.Inputs[0]);
}
