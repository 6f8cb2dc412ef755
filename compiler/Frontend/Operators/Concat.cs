namespace CompileModel.Frontend.Operators;

/// <summary>Imports Concat; before opset 4 the axis is 1 unless given.</summary>
public sealed class Concat() : Importer(1, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        if (node.Inputs.Contains(null)) throw new ImportException(Diagnostics.DiagnosticCodes.BadArity, "no input of Concat may be left out");
        node.Emit(new IR.Operators.Concat(node.Opset < 4 ? node.Int32("axis", 1) : (int)node.RequireInt("axis")), [.. node.Inputs]);
    }
}
