using CompileModel.Text;

namespace CompileModel.IR.Text;

/// <summary>
/// A graph as text that <see cref="GraphParser"/> reads back:
/// <code>
/// graph "net" Typed (%x: f32[1,4]) -> ("y" = %y) {
///     const %w: f32[4] = [1,2,3,4]
///     %y: f32[1,4] = Clamp&lt;Min=0, Max=6&gt;(%x) from 3 "relu6" "Clip"
/// }
/// </code>
/// </summary>
public static class GraphPrinter
{
    /// <summary>Prints a graph.</summary>
    /// <param name="graph">Graph at any stage.</param>
    /// <param name="full">Whether large constants are written with all their data, so that the text can be parsed.</param>
    /// <param name="origins">Whether each node tells which ONNX nodes it came from.</param>
    public static string Print(Graph graph, bool full = false, bool origins = true)
    {
        var writer = new CodeWriter();
        string inputs = string.Join(", ", graph.Inputs.Select(Define));
        string outputs = string.Join(", ", graph.Outputs.Select(o => $"{AttributeText.Quote(o.Name)} = {Use(o.Value)}"));
        writer.Line($"graph {AttributeText.Quote(graph.Name)} {graph.Stage} ({inputs}) -> ({outputs}) {{");
        writer.Indented(() =>
        {
            foreach (var value in ConstantsInOrderOfUse(graph)) writer.Line($"const {Define(value)} = {TensorText.Format(graph.Constants[value], full)}");
            foreach (var node in graph.Nodes) writer.Line(Format(node, full) + (origins ? From(node) : ""));
        });
        return writer.Line("}").ToString();
    }

    /// <summary>One node without its origins.</summary>
    public static string Format(Node node, bool full = false) =>
        $"{string.Join(", ", node.Outputs.Select(Define))} = {OperatorText.Format(node.Operator, full)}({string.Join(", ", node.Inputs.Select(Use))})";

    /// <summary>Whether a character may stand in a name without quotes.</summary>
    internal static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '/' or '-' or '~';

    private static IEnumerable<Value> ConstantsInOrderOfUse(Graph graph) =>
        graph.Nodes.SelectMany(n => n.PresentInputs).Concat(graph.Outputs.Select(o => o.Value)).Where(graph.Constants.ContainsKey).Distinct()
            .Union(graph.Constants.Keys.OrderBy(v => v.Name, StringComparer.Ordinal));

    private static string Use(Value? value) => value is null ? "_" : "%" + (value.Name.Length > 0 && value.Name.All(IsPlain) ? value.Name : AttributeText.Quote(value.Name));

    private static string Define(Value? value) => value?.MaybeType is null ? Use(value) : $"{Use(value)}: {value.MaybeType}";

    private static string From(Node node) => node.Origins.IsEmpty
        ? ""
        : " from " + string.Join(", ", node.Origins.Select(o => $"{o.Index} {AttributeText.Quote(o.Name)} {AttributeText.Quote(o.OpType)}"));
}
