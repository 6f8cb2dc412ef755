using CompileModel.IR;
using CompileModel.Text;

namespace CompileModel.Emit;

/// <summary>Writes Api.g.cs: the typed class that .NET programs use, spans in and spans out.</summary>
public static class ApiSource
{
    /// <summary>The text of the file.</summary>
    public static string Write(string header, EmitOptions options, Graph graph)
    {
        string type = Identifier.TypeName(options.Name);
        var names = Identifier.Parameters([.. graph.Inputs.Select(i => i.Name), .. graph.Outputs.Select(o => o.Name)]);
        var inputs = graph.Inputs.Select((v, i) => (Parameter: names[i], v.Name, v.Type)).ToArray();
        var outputs = graph.Outputs.Select((o, i) => (Parameter: names[inputs.Length + i], o.Name, o.Value.Type)).ToArray();

        var w = new CodeWriter().Line(header).Line("#if !BARE")
            .Line("using System;").Line("using CompileModel.Runtime;").Line()
            .Line("namespace CompiledModel;").Line()
            .Line($"/// <summary>The model '{Identifier.Comment(options.Name)}' for .NET programs. One instance is used by one thread at a time.</summary>");
        w.Block($"public sealed unsafe class {type} : IDisposable", () =>
        {
            w.Line("private readonly ModelHost host;").Line();
            w.Line("/// <summary>Maps the weights and makes the arena.</summary>");
            w.Line("/// <param name=\"weightsPath\">The file weights.o; by default the one beside the assembly.</param>");
            w.Line($"public {type}(string weightsPath = null) => host = new ModelHost(weightsPath, Model.ArenaBytes, Model.ScratchBytes, Model.WeightBytes, ModelInfo.Inputs, ModelInfo.Outputs);").Line();
            w.Line("/// <summary>One inference.</summary>");
            foreach (var t in inputs.Concat(outputs)) w.Line($"/// <param name=\"{t.Parameter}\">'{Xml(t.Name)}', {t.Type}, row-major.</param>");
            w.Line("/// <exception cref=\"ArgumentException\">A span does not have the number of elements of its tensor.</exception>");
            string parameters = string.Join(", ", inputs.Select(t => $"ReadOnlySpan<{CSharp(t.Type)}> {t.Parameter}").Concat(outputs.Select(t => $"Span<{CSharp(t.Type)}> {t.Parameter}")));
            w.Block($"public void Run({parameters})", () =>
            {
                foreach (var t in inputs.Concat(outputs)) w.Line($"ModelHost.CheckLength({t.Parameter}.Length, {t.Type.Shape.Count}, nameof({t.Parameter}));");
                foreach (var t in inputs.Concat(outputs)) w.Line($"fixed ({CSharp(t.Type)}* {t.Parameter}Pointer = {t.Parameter})");
                w.Line("{").Indented(() =>
                {
                    for (int i = 0; i < inputs.Length; i++) w.Line($"host.Memory->Inputs[{i}] = (byte*){inputs[i].Parameter}Pointer;");
                    for (int i = 0; i < outputs.Length; i++) w.Line($"host.Memory->Outputs[{i}] = (byte*){outputs[i].Parameter}Pointer;");
                    w.Line("Model.Run(host.Memory);");
                }).Line("}");
            });
            w.Line();
            w.Line("/// <summary>Gives the memory back.</summary>").Line("public void Dispose() => host.Dispose();");
        });
        return w.Line("#endif").ToString();
    }

    private static string CSharp(TensorType type) => type.Element switch { ElementType.Bool => "bool", ElementType.Float16 => "Half", _ => type.Element.CSharpName() };

    private static string Xml(string text) => Identifier.Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
