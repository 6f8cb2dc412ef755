namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearSoftmax of the domain com.microsoft.</summary>
public sealed class QLinearSoftmax() : MicrosoftImporter(5, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearSoftmax(node.Int32("axis", -1), node.RequireInt("opset") < 13), [.. node.Inputs]);
}
