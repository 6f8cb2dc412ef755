namespace CompileModel.Frontend.Operators;

/// <summary>Imports Loop; what the body reads from outside become operands.</summary>
public sealed class Loop() : Importer(0, int.MaxValue, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var body = node.RequireGraph("body");
        int states = node.Inputs.Count - 2;
        if (states < 0) throw new ImportException(Diagnostics.DiagnosticCodes.BadArity, $"Loop takes a trip count and a condition, which may be left out by an empty name, got {node.Inputs.Count} inputs");
        if (body.Outputs.Length != 1 + node.Node.Outputs.Count)
            throw new ImportException(Diagnostics.DiagnosticCodes.BadArity, $"the body has {body.Outputs.Length} results, the node {node.Node.Outputs.Count}");
        node.Emit(new IR.Operators.Loop(body, states), [.. node.Inputs, .. node.Captured(body, 2 + states)]);
    }
}
