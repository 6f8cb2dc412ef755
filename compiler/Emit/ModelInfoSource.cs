using CompileModel.IR;
using CompileModel.Targets;
using CompileModel.Text;

namespace CompileModel.Emit;

/// <summary>Writes ModelInfo.g.cs: what the program knows about itself, as read-only data without start-up code.</summary>
public static class ModelInfoSource
{
    /// <summary>The text of the file.</summary>
    public static string Write(string header, EmitOptions options, TargetProfile target, Graph graph, IReadOnlyList<LayerInfo> layers)
    {
        var w = new CodeWriter().Line(header)
            .Line("using System;").Line("using CompileModel.Runtime;").Line()
            .Line("namespace CompiledModel;").Line()
            .Line("/// <summary>What the program knows about its model: names, types and shapes, and its layers.</summary>");
        var extents = options.Extents;
        var inputs = extents.InputsOf(graph);
        var outputs = extents.OutputsOf(graph);
        w.Block("internal static class ModelInfo", () =>
        {
            w.Line($"public const int Inputs = {inputs.Count};").Line($"public const int Outputs = {outputs.Count};").Line();
            w.Line("/// <summary>Dimensions that are known at run time only, and extents of results that are.</summary>")
                .Line($"public static int Symbols => {extents.Symbols.Count};").Line($"public static int OutputExtents => {extents.Results};").Line();
            Text("Name", options.Name);
            Text("Hash", options.ModelHash);
            Text("Target", target.Name);
            Text("Options", options.Options);
            Text("ToolVersion", EmitOptions.ToolVersion);
            w.Line();
            Tensors("Input", [.. inputs.Select(i => (i.Name, i.Type))]);
            Tensors("Output", [.. outputs.Select(o => (o.Name, o.Value.Type))]);
            Switch("ReadOnlySpan<byte>", "SymbolName", [.. extents.Symbols.Select(s => Identifier.Utf8(s.Name))]);
            Switch("int", "SymbolLow", [.. extents.Symbols.Select(s => $"{s.Low}")]);
            Switch("int", "SymbolHigh", [.. extents.Symbols.Select(s => $"{s.High}")]);
            Switch("ReadOnlySpan<int>", "InputSymbols", extents.Symbols.Count == 0 ? [] : [.. inputs.Select(i => Table(extents.Input(i)))]);
            Switch("ReadOnlySpan<int>", "OutputExtent", extents.Results == 0 ? [] : [.. extents.Outputs.Select(Table)]);
            StateOutputs();
            Switch("ReadOnlySpan<byte>", "LayerName", [.. layers.Select(l => Identifier.Utf8(l.Name))]);
            Switch("ReadOnlySpan<byte>", "LayerKernel", [.. layers.Select(l => Identifier.Utf8(l.Kernel))]);
            Switch("long", "LayerMacs", [.. layers.Select(l => $"{l.Macs}")]);
        });
        return w.ToString();

        static string Table(IReadOnlyList<int> numbers) => numbers.Count == 0 ? "default" : $"new int[] {{ {string.Join(", ", numbers)} }}";

        void Text(string name, string value) => w.Line($"public static ReadOnlySpan<byte> {name} => {Identifier.Utf8(value)};").Line();

        void StateOutputs()
        {
            w.Line("/// <summary>The output that an input is taken from at the next inference; -1 for an input that is no state.</summary>");
            if (options.States.Count == 0) w.Line("public static int StateOutput(int index) => -1;").Line();
            else Switch("int", "StateOutput", [.. Enumerable.Range(0, inputs.Count).Select(i => $"{options.States.FirstOrDefault(s => s.Input == i)?.Output ?? -1}")]);
        }

        void Tensors(string kind, IReadOnlyList<(string Name, TensorType Type)> tensors)
        {
            Switch("ReadOnlySpan<byte>", kind + "Name", [.. tensors.Select(t => Identifier.Utf8(t.Name))]);
            Switch("TensorKind", kind + "Type", [.. tensors.Select(t => $"TensorKind.{t.Type.Element}")]);
            Switch("ReadOnlySpan<int>", kind + "Shape", [.. tensors.Select(t => Table(t.Type.Shape.ToArray()))]);
        }

        void Switch(string type, string name, IReadOnlyList<string> values)
        {
            w.Block($"public static {type} {name}(int index)", () =>
            {
                if (values.Count == 0) w.Line("return default;");
                else w.Block("switch (index)", () =>
                {
                    for (int i = 0; i < values.Count; i++) w.Line($"{(i == values.Count - 1 ? "default" : $"case {i}")}: return {values[i]};");
                });
            });
            w.Line();
        }
    }
}
