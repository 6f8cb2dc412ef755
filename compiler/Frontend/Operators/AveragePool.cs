namespace CompileModel.Frontend.Operators;

/// <summary>Imports AveragePool.</summary>
public sealed class AveragePool() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var kernel = node.Ints("kernel_shape") ?? throw ImportContext.Bad("kernel_shape", "is missing");
        node.Emit(new IR.Operators.AveragePool(kernel, node.Ints("strides") ?? [], node.Ints("dilations") ?? [], node.Ints("pads") ?? [], node.Flag("ceil_mode"), node.AutoPad(), node.Flag("count_include_pad")), node.Inputs[0]);
    }
}
