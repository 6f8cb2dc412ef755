namespace CompileModel.Frontend.Operators;

/// <summary>Imports MaxUnpool.</summary>
public sealed class MaxUnpool() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override int Since => 9;

    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.MaxUnpool(node.Ints("kernel_shape") ?? throw ImportContext.Bad("kernel_shape", "is missing"), node.Ints("strides") ?? [], node.Ints("pads") ?? []), [.. node.Inputs]);
}
