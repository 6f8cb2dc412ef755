using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports RandomUniform.</summary>
public sealed class RandomUniform() : Importer(0, 0)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.RandomUniform(
        node.Has("dtype") ? node.ElementType("dtype") : ElementType.Float32, node.Ints("shape") ?? throw ImportContext.Bad("shape", "is missing"), node.Float("low", 0), node.Float("high", 1), RandomSeed.Of(node)));
}
