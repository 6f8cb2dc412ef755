namespace CompileModel.Frontend.Operators;

/// <summary>Imports SequenceMap.</summary>
public sealed class SequenceMap() : Importer(1, int.MaxValue, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var body = node.RequireGraph("body");
        node.Emit(new IR.Operators.SequenceMap(body, node.Inputs.Count), [.. node.Inputs, .. node.Captured(body, node.Inputs.Count)]);
    }
}
