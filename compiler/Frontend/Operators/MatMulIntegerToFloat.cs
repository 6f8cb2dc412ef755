namespace CompileModel.Frontend.Operators;

/// <summary>Imports MatMulIntegerToFloat of the domain com.microsoft.</summary>
public sealed class MatMulIntegerToFloat() : MicrosoftImporter(4, 7)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.MatMulIntegerToFloat(), [.. node.Inputs]);
}
