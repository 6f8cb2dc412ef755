using CompileModel.IR;
using CompileModel.Passes.Bounded;
using CompileModel.Text;

namespace CompileModel.Emit;

/// <summary>Writes Api.g.cs: the typed class that .NET programs use, spans in and spans out.</summary>
public static class ApiSource
{
    /// <summary>The text of the file.</summary>
    public static string Write(string header, EmitOptions options, Graph graph)
    {
        string type = Identifier.TypeName(options.Name);
        var (extents, states) = (options.Extents, options.States);
        var taken = new ApiParameters(options, graph);
        var (symbols, inputs, outputs) = (taken.Symbols, taken.Inputs, taken.Outputs);

        var w = new CodeWriter().Line(header).Line("#if !BARE")
            .Line("using System;").Line("using CompileModel.Runtime;").Line()
            .Line("namespace CompiledModel;").Line()
            .Line($"/// <summary>The model '{Identifier.Comment(options.Name)}' for .NET programs. One instance is used by one thread at a time.</summary>");
        w.Block($"public sealed unsafe class {type} : IDisposable", () =>
        {
            w.Line("private readonly ModelHost host;").Line();
            if (extents.Results > 0) w.Line($"private readonly int[] extents = new int[{extents.Results}];").Line();
            w.Line("/// <summary>Maps the weights and makes the arena.</summary>");
            w.Line("/// <param name=\"weightsPath\">The file weights.o; by default the one beside the assembly.</param>");
            string create = $"host = new ModelHost(weightsPath, Model.ArenaBytes, Model.ScratchBytes, Model.WeightBytes, {graph.Inputs.Length}, {graph.Outputs.Length});";
            if (states.Count == 0) w.Line($"public {type}(string weightsPath = null) => {create}").Line();
            else
            {
                w.Block($"public {type}(string weightsPath = null)", () =>
                {
                    w.Line(create);
                    foreach (var s in states) w.Line($"host.Keep({s.Input}, {s.Output}, {graph.Inputs[s.Input].Type.Bytes});");
                }).Line();
            }
            w.Line("/// <summary>One inference.</summary>");
            for (int k = 0; k < symbols.Count; k++)
                w.Line($"/// <param name=\"{symbols[k]}\">Extent of '{Identifier.Xml(extents.Symbols[k].Name)}', {extents.Symbols[k].Low} to {extents.Symbols[k].High}.</param>");
            foreach (var t in inputs) w.Line($"/// <param name=\"{t.Parameter}\">'{Identifier.Xml(t.Name)}', {t.Type}, row-major{(symbols.Count > 0 ? "; open extents as given" : "")}.</param>");
            foreach (var t in outputs) w.Line($"/// <param name=\"{t.Parameter}\">'{Identifier.Xml(t.Name)}', {t.Type}, row-major{(extents.Results > 0 ? "; room for the largest, see OutputShape" : "")}.</param>");
            w.Line("/// <exception cref=\"ArgumentException\">A span does not have the number of elements of its tensor.</exception>");
            string parameters = string.Join(", ", symbols.Select(s => $"int {s}")
                .Concat(inputs.Select(t => $"ReadOnlySpan<{CSharp(t.Type)}> {t.Parameter}")).Concat(outputs.Select(t => $"Span<{CSharp(t.Type)}> {t.Parameter}")));
            w.Block($"public void Run({parameters})", () =>
            {
                for (int k = 0; k < symbols.Count; k++) w.Line($"ArgumentOutOfRangeException.ThrowIfLessThan({symbols[k]}, {extents.Symbols[k].Low});").Line($"ArgumentOutOfRangeException.ThrowIfGreaterThan({symbols[k]}, {extents.Symbols[k].High});");
                foreach (var t in inputs) w.Line($"ModelHost.CheckLength({t.Parameter}.Length, {Count(t.Type, extents.Input(graph.Inputs[t.Index]), symbols)}, nameof({t.Parameter}));");
                foreach (var t in outputs) w.Line($"ModelHost.CheckLength({t.Parameter}.Length, {t.Type.Shape.Count}, nameof({t.Parameter}));");
                if (extents.Results > 0) w.Line("fixed (int* extentsPointer = extents)");
                foreach (var t in inputs.Concat(outputs)) w.Line($"fixed ({CSharp(t.Type)}* {t.Parameter}Pointer = {t.Parameter})");
                w.Line("{").Indented(() =>
                {
                    foreach (var t in inputs) w.Line($"host.Memory->Inputs[{t.Index}] = (byte*){t.Parameter}Pointer;");
                    for (int k = 0; k < symbols.Count; k++) w.Line($"host.Memory->Inputs[{graph.Inputs.Length - symbols.Count + k}] = (byte*)&{symbols[k]};");
                    foreach (var t in outputs) w.Line($"host.Memory->Outputs[{t.Index}] = (byte*){t.Parameter}Pointer;");
                    for (int k = 0; k < extents.Results; k++) w.Line($"host.Memory->Outputs[{graph.Outputs.Length - extents.Results + k}] = (byte*)(extentsPointer + {k});");
                    w.Line("Model.Run(host.Memory);");
                }).Line("}");
            });
            w.Line();
            if (extents.Results > 0) OutputShape(w, extents.OutputsOf(graph), extents);
            foreach (var s in states)
            {
                var (name, element) = (graph.Inputs[s.Input].Name, graph.Inputs[s.Input].Type);
                w.Line($"/// <summary>The state '{Identifier.Xml(name)}' as the next inference reads it, {element}, row-major; it may be written.</summary>");
                w.Line($"public Span<{CSharp(element)}> State{s.Input} => new(host.State({s.Input}), {element.Shape.Count});").Line();
            }
            if (states.Count > 0) w.Line("/// <summary>Sets all states to zeros, as before the first inference.</summary>").Line("public void Reset() => host.Reset();").Line();
            w.Line("/// <summary>Gives the memory back.</summary>").Line("public void Dispose() => host.Dispose();");
        });
        return w.Line("#endif").ToString();
    }

    /// <summary>The number of elements of an input, as C#.</summary>
    private static string Count(TensorType type, IReadOnlyList<int> open, IReadOnlyList<string> symbols)
    {
        long fixedCount = open.Select((symbol, axis) => symbol < 0 ? type.Shape[axis] : 1L).Aggregate(1L, (a, b) => a * b);
        string[] factors = [.. open.Where(symbol => symbol >= 0).Select(symbol => symbols[symbol])];
        return factors.Length == 0 ? $"{fixedCount}" : $"{fixedCount}L * {string.Join(" * ", factors)}";
    }

    private static void OutputShape(CodeWriter w, IReadOnlyList<GraphOutput> outputs, RuntimeExtents extents)
    {
        w.Line("/// <summary>The shape of an output after the last inference; its elements come first in its span.</summary>");
        w.Block("public int[] OutputShape(int output) => output switch", () =>
        {
            for (int o = 0; o < outputs.Count; o++)
                w.Line($"{(o == outputs.Count - 1 ? "_" : $"{o}")} => [{string.Join(", ", extents.Outputs[o].Select((e, axis) => e < 0 ? $"{outputs[o].Value.Shape[axis]}" : $"extents[{e}]"))}],");
        }, ";").Line();
    }

    private static string CSharp(TensorType type) => type.Element switch { ElementType.Bool => "bool", ElementType.Float16 => "Half", _ => type.Element.CSharpName() };
}
