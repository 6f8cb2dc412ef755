using CompileModel.IR;
using CompileModel.Targets;
using CompileModel.Text;

namespace CompileModel.Emit;

/// <summary>Writes README.md of the emitted project: what it is, how to build it, how to call it.</summary>
public static class ReadmeSource
{
    /// <summary>The text of the file.</summary>
    public static string Write(EmitOptions options, TargetProfile target, Graph graph)
    {
        string name = options.Name, type = Identifier.TypeName(name);
        var w = new CodeWriter().Line($"# {name}").Line()
            .Line($"A neural network as C# source, made for {target.Name} by compile-model {EmitOptions.ToolVersion} from an ONNX model with SHA-256")
            .Line($"`{options.ModelHash}`. It needs neither compile-model nor the model file.").Line()
            .Line("| tensor | type |").Line("| --- | --- |");
        foreach (var (input, i) in options.Extents.InputsOf(graph).Select((v, i) => (v, i))) w.Line($"| {(options.States.Any(s => s.Input == i) ? "state" : "input")} `{Identifier.Comment(input.Name)}` | `{input.Type}` |");
        foreach (var output in options.Extents.OutputsOf(graph)) w.Line($"| output `{Identifier.Comment(output.Name)}` | `{output.Value.Type}` |");
        foreach (var s in options.States) w.Line().Line($"The program keeps the output `{Identifier.Comment(graph.Outputs[s.Output].Name)}`: it is the input `{Identifier.Comment(graph.Inputs[s.Input].Name)}` of the next inference, zeros at first.");
        w.Line()
            .Line("    dotnet build                       # bin/" + name + ": a static program without the .NET libraries (flavor bare)")
            .Line("    dotnet build -p:Flavor=dotnet      # bin/dotnet: a class library for .NET programs").Line()
            .Line($"The program prints what it takes with `bin/{name} --help`. From C#, spans in and spans out:").Line()
            .Line($"    using var model = new CompiledModel.{type}();")
            .Line($"    model.Run({string.Join(", ", new ApiParameters(options, graph).Names)});").Line()
            .Line("`Model.g.cs` is the schedule, one commented call a kernel; `Kernels/` holds the kernels; `weights.o` the weights, linked read-only.");
        return w.ToString();
    }
}
