using CompileModel.IR;

namespace CompileModel.Passes.Canonical;

/// <summary>Nodes of formulas as nodes of graphs.</summary>
internal static class FormulaNodes
{
    /// <summary>Adds all nodes of a formula to a patch.</summary>
    /// <param name="patch">Where they go.</param>
    /// <param name="formula">The nodes.</param>
    /// <param name="hint">Name that new values are named after.</param>
    /// <param name="from">The nodes that they stand for.</param>
    /// <returns>What a value of the formula has become; operands of the formula stay what they are.</returns>
    public static Func<Value?, Value?> Put(Patch patch, Formula formula, string hint, params IReadOnlyList<Node> from)
    {
        var copies = formula.Constants.ToDictionary(c => c.Key, c => patch.Constant(hint + ".const", c.Value));
        Value? Copy(Value? value) => value is null ? null : copies.GetValueOrDefault(value, value);
        foreach (var part in formula.Nodes)
        {
            var added = patch.AddMany([.. part.Outputs.Select(_ => hint)], part.Operator, [.. part.Inputs.Select(Copy)], [.. from]);
            foreach (var (value, copy) in part.PresentOutputs.Zip(added)) copies.Add(value, copy);
        }
        return Copy;
    }
}
