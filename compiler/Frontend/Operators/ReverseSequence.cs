namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReverseSequence.</summary>
public sealed class ReverseSequence() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.ReverseSequence(node.Int32("batch_axis", 1), node.Int32("time_axis", 0)), node.Inputs[0], node.Inputs[1]);
}
