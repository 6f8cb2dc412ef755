using System.Globalization;
using System.Text.Json;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Targets;
using CompileModel.Text;

namespace CompileModel.Cli.Inspection;

/// <summary>What <c>inspect</c> says about a model.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">Name of the graph.</param>
/// <param name="Hash">SHA-256 of the file and its external data.</param>
/// <param name="IrVersion">Version of the file format.</param>
/// <param name="Opsets">Operator sets by domain.</param>
/// <param name="Producer">The exporter.</param>
/// <param name="Inputs">Names and types of the inputs.</param>
/// <param name="Outputs">Names and types of the outputs.</param>
/// <param name="OnnxOperators">Nodes of the file by operator.</param>
/// <param name="Operators">Nodes by operator after simplification.</param>
/// <param name="Parameters">Elements of all constants after simplification.</param>
/// <param name="ParameterBytes">Their bytes.</param>
/// <param name="Macs">Multiply-accumulates of one inference.</param>
/// <param name="ActivationBytes">The largest sum of live activations, model order.</param>
/// <param name="Layers">The nodes after simplification.</param>
/// <param name="Target">The target that was asked about.</param>
/// <param name="Unsupported">What it has no kernel for.</param>
internal sealed record InspectionReport(
    string File, string Name, string Hash, long IrVersion, IReadOnlyDictionary<string, int> Opsets, string Producer,
    IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Outputs,
    IReadOnlyDictionary<string, int> OnnxOperators, IReadOnlyDictionary<string, int> Operators,
    long Parameters, long ParameterBytes, long Macs, long ActivationBytes, IReadOnlyList<InspectedLayer> Layers, string Target, IReadOnlyList<string> Unsupported)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Gathers the facts.</summary>
    public static InspectionReport Of(OnnxModel model, Graph canonical, TargetProfile target, IReadOnlyList<Diagnostic> unsupported)
    {
        var statistics = ModelStatistics.Of(canonical);
        var onnx = model.Graph.Nodes.SelectMany(n => n.Origins).DistinctBy(o => o.Index).GroupBy(o => o.OpType).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        return new(
            model.File, model.Graph.Name, model.Hash, model.IrVersion,
            model.Opsets.OrderBy(o => o.Key, StringComparer.Ordinal).ToDictionary(o => o.Key.Length == 0 ? "ai.onnx" : o.Key, o => o.Value), model.Producer,
            canonical.Inputs.ToDictionary(i => i.Name, i => i.Type.ToString()), canonical.Outputs.ToDictionary(o => o.Name, o => o.Value.Type.ToString()),
            onnx.ToDictionary(g => g.Key, g => g.Count()), statistics.Operators.ToDictionary(o => o.Operator, o => o.Count),
            statistics.Parameters, statistics.ParameterBytes, statistics.Macs, statistics.PeakBytes,
            [.. canonical.Nodes.Select(n => new InspectedLayer(n.Output.Name, n.Operator.Name, [.. n.PresentInputs.Select(i => i.Type.ToString())], n.Output.Type.ToString(), ModelStatistics.Multiplications(n)))],
            target.Name, [.. unsupported.Select(d => d.ToString())]);
    }

    /// <summary>The report for people.</summary>
    /// <param name="layers">Whether every layer is listed.</param>
    public string ToText(bool layers)
    {
        var w = new CodeWriter();
        string opsets = string.Join(", ", Opsets.Select(o => $"{o.Key} {o.Value}"));
        w.Line($"{File}: '{Name}', IR version {IrVersion}, {opsets}{(Producer.Length > 0 ? $", by {Producer}" : "")}");
        foreach (var (name, type) in Inputs) w.Line($"  input        {name}: {type}");
        foreach (var (name, type) in Outputs) w.Line($"  output       {name}: {type}");
        w.Line($"  in the file  {Counts(OnnxOperators)}");
        w.Line($"  simplified   {Counts(Operators)}");
        w.Line(Invariant($"  parameters   {Parameters:N0} in {ParameterBytes / 1024.0:N1} KB, equal tensors counted once"));
        w.Line(Invariant($"  work         {Macs / 1e6:N2} million multiply-accumulates"));
        w.Line(Invariant($"  memory       {ActivationBytes / 1024.0:N1} KB of activations at one moment, inputs and outputs included"));
        w.Line($"  {Target,-12} {(Unsupported.Count == 0 ? "every node has a kernel" : $"{Unsupported.Count} nodes have no kernel")}");
        if (!layers) return w.ToString();
        foreach (var layer in Layers)
            w.Line(Invariant($"  {layer.Name}: {layer.Operator}({string.Join(", ", layer.Inputs)}) -> {layer.Output}{(layer.Macs > 0 ? Invariant($"  {layer.Macs / 1e6:N3} M") : "")}"));
        return w.ToString();
    }

    /// <summary>The report for scripts.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented) + "\n";

    private static string Counts(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
