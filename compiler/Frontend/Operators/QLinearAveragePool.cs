namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearAveragePool of the domain com.microsoft.</summary>
public sealed class QLinearAveragePool() : MicrosoftImporter(4, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var window = new IR.Operators.AveragePool(node.Ints("kernel_shape") ?? throw ImportContext.Bad("kernel_shape", "is missing"), node.Ints("strides") ?? [], [], node.Ints("pads") ?? [],
            node.Flag("ceil_mode"), node.AutoPad(), node.Flag("count_include_pad"));
        node.Emit(new IR.Operators.QLinearAveragePool(window, node.Flag("channels_last")), [.. node.Inputs]);
    }
}
