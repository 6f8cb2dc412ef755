using CompileModel.Cli;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Passes;
using CompileModel.Passes.Bounded;
using CompileModel.Publish;
using CompileModel.Targets;
using CompileModel.Tests.Operators;
using CompileModel.Tests.Support;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Compiled;

/// <summary>Branches and loops of the run, all in one program, against the interpreter.</summary>
public sealed class ControlFlowTests
{
    [Theory]
    [InlineData("cortex-a53", 1)]
    [InlineData("x86-64-v3", 1)]
    [InlineData("x86-64-v3", 3)]
    public void ProgramsBranchAndLoop(string target, int threads)
    {
        (ImportedGraph Graph, Value[] Results)[] cases =
        [
            Branch(true), Branch(false), Nested(true, false), Nested(false, true), Limited(0), Limited(7), Checked(), Scanned(0, 0, 0, 0), Scanned(1, 1, 1, 0), Scanned(1, 0, 0, 1), LoopInLoop(),
        ];
        Graph[] typed = [.. cases.Select(c => c.Graph.Typed(c.Results))];
        var fused = GraphJoin.Join("control", Stage.Fused, [.. typed.Select((g, i) => ($"c{i}_", new PassManager().Run(g, Pipeline.Groups, Stage.Fused)))]);
        Assert.True(fused.Nodes.Count(n => n.Operator is If or Iterate) >= cases.Length - 1);

        using var folder = new TempFolder();
        var profile = TargetProfiles.Load(target);
        var settings = new CompileSettings("control", new(), profile, "control");
        var model = new OnnxModel("control.onnx", typed[0], new('0', 64), 10, new Dictionary<string, int> { [""] = 20 }, "", []);
        string program = CompileRun.Write(ModelCompiler.Emit(settings, new(model, fused, RuntimeExtents.None), _ => { }), settings, folder["out"], build: true, _ => { })!;
        List<string> arguments = ["--output-dir", folder["results"], "--threads", $"{threads}"];
        foreach (var (input, tensor) in fused.Inputs.Zip(cases.SelectMany(c => c.Graph.Data)))
        {
            NpyFile.Write(folder[input.Name + ".npy"], tensor);
            arguments.AddRange(["--input", $"{input.Name}={folder[input.Name + ".npy"]}"]);
        }
        var run = new ProgramRunner(profile.Architecture == TargetArchitecture.Arm64, profile.QemuCpu).Run(program, arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        for (int i = 0; i < cases.Length; i++)
        {
            var expected = CompileModel.Reference.Interpreter.Run(typed[i], cases[i].Graph.Data);
            for (int k = 0; k < expected.Count; k++)
                Assert.True(TensorComparison.Difference(expected[k], NpyFile.Read(folder[$"results/c{i}_y{k}.npy"]), 1e-5, 1e-6) is null, $"case {i}, result {k}");
        }
    }

    private static (ImportedGraph, Value[]) Branch(bool condition)
    {
        var g = new ImportedGraph();
        var x = g.Input(Count(3, 5));
        return (g, [g.Add(Choice(), g.Input(SequenceOperatorTests.Bool(condition)), x, x)]);
    }

    private static (ImportedGraph, Value[]) Nested(bool outer, bool inner)
    {
        var then = new ImportedGraph();
        Value condition = then.Formal(), x = then.Formal();
        var other = new ImportedGraph();
        var graph = new If(then.Graph(then.Add(Choice(), condition, x, x)), other.Graph(other.Add(new Neg(), other.Formal())));
        var g = new ImportedGraph();
        var data = g.Input(Count(3, 5));
        return (g, [g.Add(graph, g.Input(SequenceOperatorTests.Bool(outer)), g.Input(SequenceOperatorTests.Bool(inner)), data, data)]);
    }

    /// <summary>A trip count of the run; the number of the trip takes part.</summary>
    private static (ImportedGraph, Value[]) Limited(int trips)
    {
        var body = new ImportedGraph();
        Value trip = body.Formal(), goes = body.Formal(), state = body.Formal(), step = body.Formal();
        var next = body.Add(new Add(), state, body.Add(new Mul(), step, body.Add(new Cast(ElementType.Float32), trip)));
        var g = new ImportedGraph();
        return (g, [g.Add(new Loop(body.Graph(goes, next), 1), g.Input(Scalar(trips)), null, g.Input(Count(9)), g.Input(F(0.5f)))]);
    }

    /// <summary>Two states; the second one ends the loop.</summary>
    private static (ImportedGraph, Value[]) Checked()
    {
        var body = new ImportedGraph();
        body.Formal();
        body.Formal();
        Value a = body.Formal(), b = body.Formal();
        var sum = body.Add(new Add(), a, b);
        var goes = body.Add(new Squeeze(), body.Add(new Less(), sum, body.Constant(F(1000))));
        var g = new ImportedGraph();
        return (g, g.AddMany(new Loop(body.Graph(goes, sum, a), 2), 2, null, g.Input(SequenceOperatorTests.Bool(true)), g.Input(F(1)), g.Input(F(1))));
    }

    private static (ImportedGraph, Value[]) Scanned(int inputAxis, int inputBackwards, int outputAxis, int outputBackwards)
    {
        var body = new ImportedGraph();
        Value state = body.Formal(), slice = body.Formal(), weights = body.Formal();
        var next = body.Add(new Tanh(), body.Add(new Add(), body.Add(new MatMul(), state, weights), slice));
        var scan = new Scan(body.Graph(next, body.Add(new Relu(), next)), 1, [inputAxis], [inputBackwards], [outputAxis], [outputBackwards], false);
        var g = new ImportedGraph();
        int[] dims = inputAxis == 0 ? [30, 2, 6] : [2, 30, 6];
        return (g, g.AddMany(scan, 2, g.Input(Small(2, 6)), g.Input(Small(dims)), g.Constant(Small(6, 6))));
    }

    private static (ImportedGraph, Value[]) LoopInLoop()
    {
        var inner = new ImportedGraph();
        inner.Formal();
        Value innerGoes = inner.Formal(), x = inner.Formal(), step = inner.Formal();
        var loop = new Loop(inner.Graph(innerGoes, inner.Add(new Add(), x, step)), 1);
        var outer = new ImportedGraph();
        Value trip = outer.Formal(), goes = outer.Formal(), state = outer.Formal(), outerStep = outer.Formal();
        var next = outer.Add(loop, trip, null, state, outerStep);
        var g = new ImportedGraph();
        return (g, g.AddMany(new Loop(outer.Graph(goes, next, next), 1), 2, g.Constant(Scalar(60)), null, g.Input(F(1, 2, 3)), g.Input(F(0.25f))));
    }

    private static If Choice()
    {
        var then = new ImportedGraph();
        var soft = then.Add(new Softmax(-1), then.Add(new Add(), then.Formal(), then.Constant(Count(5))));
        var other = new ImportedGraph();
        return new(then.Graph(then.Add(new Mul(), soft, soft)), other.Graph(other.Add(new Identity(), other.Formal())));
    }

    private static Tensor Small(params int[] dims) => Tensors.Map(Count(dims), v => Math.Sin(v));
}
