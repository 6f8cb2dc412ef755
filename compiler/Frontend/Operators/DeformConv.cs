namespace CompileModel.Frontend.Operators;

/// <summary>Imports DeformConv.</summary>
public sealed class DeformConv() : Importer(3, 5)
{
    /// <inheritdoc/>
    public override int Since => 19;

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // The extents of the kernel are those of the weights.
        node.Ignore("kernel_shape");
        node.Emit(new IR.Operators.DeformConv(node.Ints("strides") ?? [], node.Ints("dilations") ?? [], node.Ints("pads") ?? [], node.Int32("group", 1), node.Int32("offset_group", 1)), [.. node.Inputs]);
    }
}
