namespace CompileModel.Frontend.Operators;

/// <summary>Imports LpPool.</summary>
public sealed class LpPool() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var kernel = node.Ints("kernel_shape") ?? throw ImportContext.Bad("kernel_shape", "is missing");
        node.Emit(new IR.Operators.LpPool(kernel, node.Ints("strides") ?? [], node.Ints("dilations") ?? [], node.Ints("pads") ?? [], node.Flag("ceil_mode"), node.AutoPad(), node.Int32("p", 2)), node.Inputs[0]);
    }
}
