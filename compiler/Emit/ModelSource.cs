using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Text;

namespace CompileModel.Emit;

/// <summary>Writes Model.g.cs: the schedule, one commented call a node, and the method of each call with its addresses as constants.</summary>
public static class ModelSource
{
    /// <summary>The text of the file.</summary>
    public static string Write(string header, EmitOptions options, EmittedBody run, IReadOnlyList<EmittedCall> calls, long arenaBytes, long weightBytes)
    {
        var w = new CodeWriter().Line(header)
            .Line("using System.Runtime.CompilerServices;").Line("using CompileModel.Runtime;").Line()
            .Line("namespace CompiledModel;").Line()
            .Line($"/// <summary>The model '{Identifier.Comment(options.Name)}': every address, shape and loop bound is a constant.</summary>");
        w.Block("internal static unsafe class Model", () =>
        {
            w.Line("/// <summary>Size of the one buffer that holds all intermediate values.</summary>").Line($"public const long ArenaBytes = {arenaBytes};").Line();
            w.Line("/// <summary>Size of the memory that each thread has for itself.</summary>").Line($"public const long ScratchBytes = {calls.Select(c => c.Routine.ScratchBytes).DefaultIfEmpty().Max()};").Line();
            w.Line("/// <summary>Size of the read-only weights.</summary>").Line($"public const long WeightBytes = {weightBytes};").Line();
            w.Line("/// <summary>Number of kernel calls.</summary>").Line($"public const int Layers = {calls.Count};").Line();
            w.Line("/// <summary>One inference: reads the inputs, writes the outputs.</summary>");
            w.Block("public static void Run(Memory* m)", () =>
            {
                Carry(w, options.States);
                Steps(w, run, calls);
            });
            foreach (var step in run.Steps) Bodies(w, step, calls);
            for (int i = 0; i < calls.Count; i++)
            {
                w.Line();
                w.Line($"private static void Layer{i}(Memory* m, int from, int to) =>")
                    .Indented(() => w.Line($"Kernels.{calls[i].Routine.Name}({string.Join(", ", calls[i].AllArguments)});"));
            }
        });
        return w.ToString();
    }

    private static void Carry(CodeWriter w, IReadOnlyList<StateLink> states)
    {
        if (states.Count == 0) return;
        w.Line("// Outputs of the inference before are inputs of this one: the buffers change places.");
        w.Block("if (m->HasState != 0)", () =>
        {
            foreach (var s in states) w.Line($"m->Exchange({s.Input}, {s.Output});");
        });
        w.Line("m->HasState = 1;");
    }

    private static void Steps(CodeWriter w, EmittedBody body, IReadOnlyList<EmittedCall> calls)
    {
        if (body.Obstacle.Length > 0) w.Line($"Branches.Refuse({Identifier.Utf8(body.Obstacle)});");
        foreach (var step in body.Steps)
        {
            switch (step)
            {
                case EmittedStep.Call { Index: var i }:
                    w.Line("// " + Comment(calls[i])).Line($"Team.{(calls[i].IsShared ? "Run" : "RunAlone")}(m, {i}, &Layer{i}, {calls[i].Routine.Units});");
                    break;
                case EmittedStep.Branch branch:
                    w.Line("// " + Comment(branch.Node)).Line($"if (*({branch.Condition}) != 0)").Indented(() => w.Line($"Body{branch.Then.Number}(m);"));
                    w.Line("else").Indented(() => w.Line($"Body{branch.Else.Number}(m);"));
                    break;
                case EmittedStep.Loop loop:
                    w.Line("// " + Comment(loop.Node)).Line($"Loop{loop.Number}(m);");
                    break;
            }
        }
    }

    /// <summary>The methods that a step calls.</summary>
    private static void Bodies(CodeWriter w, EmittedStep step, IReadOnlyList<EmittedCall> calls)
    {
        void Write(EmittedBody body, Node node, string part)
        {
            w.Line().Line($"/// <summary>'{Identifier.Xml(node.Title)}': {part}.</summary>").Block($"private static void Body{body.Number}(Memory* m)", () => Steps(w, body, calls));
            foreach (var inner in body.Steps) Bodies(w, inner, calls);
        }
        if (step is EmittedStep.Branch branch)
        {
            Write(branch.Then, branch.Node, "when the condition holds");
            Write(branch.Else, branch.Node, "when it does not");
        }
        if (step is EmittedStep.Loop loop)
        {
            LoopSource.Write(w, loop, Identifier.Xml(loop.Node.Title));
            Write(loop.Body, loop.Node, "one trip");
        }
    }

    /// <summary>For instance <c>'if1' If: bool[], f32[3] -> f32[3]</c>.</summary>
    private static string Comment(Node node) => Identifier.Comment($"'{node.Title}' {node.Operation}");

    /// <summary>For instance <c>'conv1' Conv + Relu: f32[1,224,224,3] -> f32[1,112,112,32]; conv, 10838016 MACs</c>.</summary>
    private static string Comment(EmittedCall call)
    {
        var node = call.Node;
        string inputs = string.Join(", ", node.PresentInputs.Where(v => !call.Constants.Contains(v)).Select(v => v.Type.ToString()));
        string outputs = string.Join(", ", node.PresentOutputs.Select(v => v.Type.ToString()));
        string macs = call.Info.Macs > 0 ? $", {call.Info.Macs} MACs" : "";
        string scalar = call.Template.ScalarReason is { } reason ? $", scalar: {reason}" : "";
        return Identifier.Comment($"'{node.Title}' {node.Operation}: {inputs} -> {outputs}; {call.Template.Family}{macs}{scalar}");
    }
}
