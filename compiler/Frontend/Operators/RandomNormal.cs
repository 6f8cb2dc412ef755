using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports RandomNormal.</summary>
public sealed class RandomNormal() : Importer(0, 0)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.RandomNormal(
        node.Has("dtype") ? node.ElementType("dtype") : ElementType.Float32, node.Ints("shape") ?? throw ImportContext.Bad("shape", "is missing"), node.Float("mean", 0), node.Float("scale", 1), RandomSeed.Of(node)));
}
