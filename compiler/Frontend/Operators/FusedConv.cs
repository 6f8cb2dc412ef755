namespace CompileModel.Frontend.Operators;

/// <summary>Imports FusedConv of the domain com.microsoft: a convolution, perhaps a residual, an activation.</summary>
public sealed class FusedConv() : MicrosoftImporter(2, 4)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        float[] parameters = node.Floats("activation_params") ?? [];
        var sum = node.Add(node.Conv(), [.. node.Inputs.Take(3)]);
        if (node.Input(3) is { } other) sum = node.Add(new IR.Operators.Add(), sum, other);
        FusedActivations.Emit(node, sum, (i, @default) => i < parameters.Length ? parameters[i] : @default);
    }
}
