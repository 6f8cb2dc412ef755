namespace CompileModel.Frontend.Operators;

/// <summary>Imports STFT.</summary>
public sealed class STFT() : Importer(2, 4)
{
    /// <inheritdoc/>
    public override int Since => 17;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.STFT(node.Flag("onesided", true)), [.. node.Inputs]);
}
