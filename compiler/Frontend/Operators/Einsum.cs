namespace CompileModel.Frontend.Operators;

/// <summary>Imports Einsum.</summary>
public sealed class Einsum() : Importer(1, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Einsum(node.String("equation", "")), [.. node.Inputs]);
}
