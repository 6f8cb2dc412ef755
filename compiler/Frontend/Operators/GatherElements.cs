namespace CompileModel.Frontend.Operators;

/// <summary>Imports GatherElements.</summary>
public sealed class GatherElements() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.GatherElements(node.Int32("axis", 0)), node.Inputs[0], node.Inputs[1]);
}
