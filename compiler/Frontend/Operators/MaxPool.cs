namespace CompileModel.Frontend.Operators;

/// <summary>Imports MaxPool.</summary>
public sealed class MaxPool() : Importer(1, 1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var kernel = node.Ints("kernel_shape") ?? throw ImportContext.Bad("kernel_shape", "is missing");
        node.Emit(new IR.Operators.MaxPool(kernel, node.Ints("strides") ?? [], node.Ints("dilations") ?? [], node.Ints("pads") ?? [], node.Flag("ceil_mode"), node.AutoPad(), node.Flag("storage_order")), node.Inputs[0]);
    }
}
