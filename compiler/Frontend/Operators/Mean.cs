namespace CompileModel.Frontend.Operators;

/// <summary>Imports Mean as a chain of additions and a division.</summary>
public sealed class Mean() : Importer(1, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        if (node.Inputs.Contains(null)) throw new ImportException(Diagnostics.DiagnosticCodes.BadArity, "no input of Mean may be left out");
        var sum = node.Inputs[0];
        foreach (var next in node.Inputs.Skip(1)) sum = node.Add(new IR.Operators.Add(), sum, next);
        var count = node.Add(new IR.Operators.CastLike(), node.Constant(IR.Tensor.Of([], node.Inputs.Count), "count"), sum);
        node.Emit(new IR.Operators.Div(), sum, count);
    }
}
