namespace CompileModel.Frontend.Operators;

/// <summary>Imports If; what the branches read from outside become operands.</summary>
public sealed class If() : Importer(1, 1, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var (then, @else) = (node.RequireGraph("then_branch"), node.RequireGraph("else_branch"));
        if (then.Outputs.Length != node.Node.Outputs.Count || @else.Outputs.Length != node.Node.Outputs.Count)
            throw new ImportException(Diagnostics.DiagnosticCodes.BadArity, $"the branches have {then.Outputs.Length} and {@else.Outputs.Length} results, the node has {node.Node.Outputs.Count}");
        node.Emit(new IR.Operators.If(then, @else), [node.Inputs[0], .. node.Captured(then, 0), .. node.Captured(@else, 0)]);
    }
}
