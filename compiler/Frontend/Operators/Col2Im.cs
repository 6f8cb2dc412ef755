namespace CompileModel.Frontend.Operators;

/// <summary>Imports Col2Im.</summary>
public sealed class Col2Im() : Importer(3, 3)
{
    /// <inheritdoc/>
    public override int Since => 18;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Col2Im(node.Ints("dilations") ?? [], node.Ints("pads") ?? [], node.Ints("strides") ?? []), [.. node.Inputs]);
}
