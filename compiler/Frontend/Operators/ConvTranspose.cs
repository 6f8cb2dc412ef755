namespace CompileModel.Frontend.Operators;

/// <summary>Imports ConvTranspose.</summary>
public sealed class ConvTranspose() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // The extents of the kernel are those of the weights.
        node.Ignore("kernel_shape");
        node.Emit(new IR.Operators.ConvTranspose(
            node.Ints("strides") ?? [], node.Ints("dilations") ?? [], node.Ints("pads") ?? [], node.Ints("output_padding") ?? [], node.Ints("output_shape") ?? [], node.Int32("group", 1), node.AutoPad()), [.. node.Inputs]);
    }
}
