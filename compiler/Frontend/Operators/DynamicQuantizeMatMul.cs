namespace CompileModel.Frontend.Operators;

/// <summary>Imports DynamicQuantizeMatMul of the domain com.microsoft.</summary>
public sealed class DynamicQuantizeMatMul() : MicrosoftImporter(3, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.DynamicQuantizeMatMul(), [.. node.Inputs]);
}
