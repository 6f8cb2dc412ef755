namespace CompileModel.Frontend.Operators;

/// <summary>Imports Gather.</summary>
public sealed class Gather() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Gather(node.Int32("axis", 0)), node.Inputs[0], node.Inputs[1]);
}
