namespace CompileModel.Frontend.Operators;

/// <summary>Imports Conv.</summary>
public sealed class Conv() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // The extents of the kernel are those of the weights.
        node.Ignore("kernel_shape");
        node.Emit(new IR.Operators.Conv(node.Ints("strides") ?? [], node.Ints("dilations") ?? [], node.Ints("pads") ?? [], node.Int32("group", 1), node.AutoPad()), [.. node.Inputs]);
    }
}
