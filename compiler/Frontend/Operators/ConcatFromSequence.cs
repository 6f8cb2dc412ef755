namespace CompileModel.Frontend.Operators;

/// <summary>Imports ConcatFromSequence.</summary>
public sealed class ConcatFromSequence() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.ConcatFromSequence((int)node.RequireInt("axis"), node.Flag("new_axis")), node.Inputs[0]);
}
