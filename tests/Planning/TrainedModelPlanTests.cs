using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Passes.Planning;
using CompileModel.Targets;
using CompileModel.Tests.Models;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Planning;

/// <summary>Memory plans of trained models: every plan passes its verifier and stays near its lower bound.</summary>
public sealed class TrainedModelPlanTests
{
    [Theory]
    [MemberData(nameof(ModelReferenceTests.Names), MemberType = typeof(ModelReferenceTests))]
    public void ArenaIsNearItsLowerBound(string name)
    {
        if (Repository.Shared is null) Assert.Skip("no ../shared beside the clone");
        var diagnostics = new DiagnosticBag();
        var model = ModelReader.Read(Path.Combine(Repository.Shared, "models", name, "model.onnx"), ImportOptions.None, diagnostics);
        var graph = new PassManager().Run(InferTypes.Run(model.Graph, model.File, diagnostics), Pipeline.Groups, Stage.Fused);
        var plan = MemoryPlanner.Plan(Lower.Run(graph, TargetProfiles.Load("cortex-a72"), model.File));
        string steps = string.Join(", ", plan.Steps.GroupBy(s => s.Template.GetType().Name).Select(g => $"{g.Key} {g.Count()}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{MemoryMap.Write(plan).Split('\n')[0]}; {steps}");
        Assert.True(plan.ArenaBytes <= 1.1 * plan.LowerBound, $"{plan.ArenaBytes} bytes over {plan.LowerBound}");
    }
}
