using System.Collections.Immutable;
using CompileModel.Emit;
using CompileModel.IR;
using CompileModel.Kernels.Winograd;
using CompileModel.Passes;
using CompileModel.Passes.Planning;
using CompileModel.Publish;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Many operators on constant operands compiled to one program of the real kind, and run (under qemu for arm64): how kernels are tested for processors that this machine is not.
/// </summary>
internal sealed class EmulatedProgram(TargetProfile target)
{
    private readonly Dictionary<Value, Tensor> constants = [];
    private readonly List<Node> nodes = [];
    private readonly Dictionary<Node, WinogradForm> forms = [];

    /// <summary>Adds an operator; gives the names of its results.</summary>
    public string[] Add(Operator op, Tensor[] inputs, IReadOnlyList<TensorType> types, WinogradForm? form = null)
    {
        string prefix = $"case{nodes.Count}_";
        var values = inputs.Select((t, i) => new Value($"{prefix}in{i}", t.Type)).ToArray();
        foreach (var (value, data) in values.Zip(inputs)) constants.Add(value, data);
        var results = types.Select((t, i) => new Value($"{prefix}out{i}", t)).ToArray();
        nodes.Add(new Node(op, [.. values], [.. results], []));
        if (form is not null) forms.Add(nodes[^1], form);
        return [.. results.Select(r => r.Name)];
    }

    /// <summary>Compiles, runs, and gives the results by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Run()
    {
        using var folder = new TempFolder();
        var fused = new Graph("kernels", Stage.Fused, [], nodes.SelectMany(n => n.PresentOutputs).Select(o => new GraphOutput(o.Name, o)), nodes, constants.ToImmutableDictionary());
        var plan = MemoryPlanner.Plan(Lower.Run(fused, target, "kernels", forms));
        var emitted = ModelEmitter.Emit(plan.Graph, plan, target, new("kernels", new string('0', 64), "", ""));
        SourceFiles.Write(emitted, folder.Path);
        ProjectFiles.Write(folder.Path, "kernels", PublishTarget.Of(target));
        Publisher.Publish(new(folder.Path, "kernels", PublishTarget.Of(target)));
        Directory.CreateDirectory(folder["results"]);
        var run = new ProgramRunner(target.Architecture == TargetArchitecture.Arm64, target.QemuCpu).Run(folder["bin/kernels"], ["--output-dir", folder["results"], "--threads", "2"]);
        Assert.True(run.ExitCode == 0, $"exit code {run.ExitCode}: {run.Error}");
        return fused.Outputs.ToDictionary(o => o.Name, o => Read(folder[$"results/{o.Name}.npy"], o.Value.Type));
    }

    // The data stands at the end of the file, whatever the header calls its type.
    private static Tensor Read(string path, TensorType type) => new(type, File.ReadAllBytes(path)[^(int)type.Bytes..]);
}
