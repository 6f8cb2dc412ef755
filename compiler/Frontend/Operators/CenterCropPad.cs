namespace CompileModel.Frontend.Operators;

/// <summary>Imports CenterCropPad.</summary>
public sealed class CenterCropPad() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override int Since => 18;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.CenterCropPad(node.Ints("axes") ?? []), [.. node.Inputs]);
}
