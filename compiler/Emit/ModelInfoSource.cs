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
        w.Block("internal static class ModelInfo", () =>
        {
            w.Line($"public const int Inputs = {graph.Inputs.Length};").Line($"public const int Outputs = {graph.Outputs.Length};").Line();
            Text("Name", options.Name);
            Text("Hash", options.ModelHash);
            Text("Target", target.Name);
            Text("Options", options.Options);
            Text("ToolVersion", EmitOptions.ToolVersion);
            w.Line();
            Tensors("Input", [.. graph.Inputs.Select(i => (i.Name, i.Type))]);
            Tensors("Output", [.. graph.Outputs.Select(o => (o.Name, o.Value.Type))]);
            Switch("ReadOnlySpan<byte>", "LayerName", [.. layers.Select(l => Identifier.Utf8(l.Name))]);
            Switch("ReadOnlySpan<byte>", "LayerKernel", [.. layers.Select(l => Identifier.Utf8(l.Kernel))]);
            Switch("long", "LayerMacs", [.. layers.Select(l => $"{l.Macs}")]);
        });
        return w.ToString();

        void Text(string name, string value) => w.Line($"public static ReadOnlySpan<byte> {name} => {Identifier.Utf8(value)};").Line();

        void Tensors(string kind, IReadOnlyList<(string Name, TensorType Type)> tensors)
        {
            Switch("ReadOnlySpan<byte>", kind + "Name", [.. tensors.Select(t => Identifier.Utf8(t.Name))]);
            Switch("TensorKind", kind + "Type", [.. tensors.Select(t => $"TensorKind.{t.Type.Element}")]);
            Switch("ReadOnlySpan<int>", kind + "Shape", [.. tensors.Select(t => t.Type.Shape.Rank == 0 ? "default" : $"new int[] {{ {string.Join(", ", t.Type.Shape.ToArray())} }}")]);
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
