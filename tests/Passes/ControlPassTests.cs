using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Passes;
using CompileModel.Passes.Control;
using CompileModel.Passes.Planning;
using CompileModel.Targets;

namespace CompileModel.Tests.Passes;

/// <summary>Bodies go through the passes, and are planned inside the step around them.</summary>
public sealed class ControlPassTests
{
    [Fact]
    public void OptimizeBodiesRunsAllPassesOnThem()
    {
        var branch = Build(conditions: 1);
        var after = PassManager.Run(branch, new OptimizeBodies());
        var op = Assert.IsType<If>(after.Nodes[0].Operator);
        Assert.Equal((Stage.Fused, Stage.Fused), (op.Then.Stage, op.Else.Stage));
        PassTest.Same(branch, after, 1e-6);
        Assert.Same(after, PassManager.Run(after, new OptimizeBodies()));
    }

    [Fact]
    public void TheArenaOfABodyIsATemporaryOfItsStep()
    {
        var graph = PassManager.Run(Build(conditions: 2), new OptimizeBodies());
        var plan = MemoryPlanner.Plan(Lower.Run(graph, TargetProfiles.Load("cortex-a53"), "test.onnx"));
        var template = Assert.IsType<BranchTemplate>(plan.Steps.Single(s => s.Template is BranchTemplate).Template);
        Assert.Contains(template.Then.Steps, s => s.Template is BranchTemplate);
        Assert.True(plan.ArenaBytes >= template.Bodies.Max(b => b.ArenaBytes));
        Assert.All(template.Bodies, b => Assert.Empty(b.Weights.Bytes));
    }

    [Fact]
    public void ALoopHasBuffersForItsStates()
    {
        var graph = PassManager.Run(PassTest.Parse("""
            (%x: f32[4], %s: f32[30,4]) -> %y {
                %y, %all = Iterate<Body=graph "b" Typed (%i: i64[], %state: f32[4], %slice: f32[4]) -> ("0" = %next, "1" = %copy) { %next = Add(%state, %slice)
                    %copy = Neg(%next) }, Trips=30, Checked=false, States=1, InputAxes=[0], InputBackwards=[0], OutputAxes=[0], OutputBackwards=[0]>(_, _, %x, %s)
            }
            """).At(Stage.Fused), new OptimizeBodies());
        var step = MemoryPlanner.Plan(Lower.Run(graph, TargetProfiles.Load("cortex-a53"), "test.onnx")).Steps.Single(s => s.Template is RepeatTemplate);
        Assert.Equal(["f32[4]", "f32[30,4]", "i64[]", "f32[4]", "f32[4]", "f32[4]"], step.Outputs.Take(6).Select(o => o.Value.Type.ToString()));
    }

    /// <summary>Conditions around each other, around a chain of operators.</summary>
    private static Graph Build(int conditions)
    {
        string inner = "%a = Relu(%x)\n%b = Add(%a, %x)\n%y = Softmax<Axis=-1>(%b)";
        for (int i = 0; i < conditions; i++)
        {
            inner = $$"""%y = If<Then=graph "then" Typed (%c: bool[], %x: f32[2,5]) -> ("0" = %y) { {{inner}} }, Else=graph "else" Typed (%x: f32[2,5]) -> ("0" = %y) { %y = Neg(%x) }>(%c, %c, %x, %x)""";
        }
        return PassTest.Parse($$"""(%c: bool[], %x: f32[2,5]) -> %y { {{inner}} }""").At(Stage.Fused);
    }
}
