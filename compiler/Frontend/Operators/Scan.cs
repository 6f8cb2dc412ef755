using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Scan; what the body reads from outside become operands. Opset 8 has a batch axis in front of everything.</summary>
public sealed class Scan() : Importer(0, int.MaxValue, int.MaxValue)
{
    /// <inheritdoc/>
    public override int Since => 8;

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        bool isBatched = node.Opset < 9;
        var body = node.RequireGraph("body");
        int scanned = (int)node.RequireInt("num_scan_inputs"), operands = node.Inputs.Count - (isBatched ? 1 : 0), states = operands - scanned, collected = body.Outputs.Length - states;
        if (scanned < 1 || states < 0 || collected < 0 || node.Node.Outputs.Count != body.Outputs.Length)
            throw new ImportException(Diagnostics.DiagnosticCodes.BadArity, $"{operands} operands with {scanned} to scan and {node.Node.Outputs.Count} results do not fit a body of {body.Outputs.Length} results");
        Ints Of(string name, int count) => node.Ints(name) is { Count: > 0 } given ? given.Count == count ? given : throw ImportContext.Bad(name, $"must have {count} numbers") : Ints.Repeat(0, count);
        node.Emit(new IR.Operators.Scan(body, states, Of("scan_input_axes", scanned), Of(isBatched ? "directions" : "scan_input_directions", scanned),
            Of("scan_output_axes", collected), Of("scan_output_directions", collected), isBatched), [.. node.Inputs, .. node.Captured(body, operands)]);
    }
}
