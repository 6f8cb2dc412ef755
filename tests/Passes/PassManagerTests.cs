using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Passes;
using CompileModel.Passes.Canonical;

namespace CompileModel.Tests.Passes;

/// <summary>The pass manager verifies, repeats, stops and promotes.</summary>
public sealed class PassManagerTests
{
    private const string Chain = "(%x: f32[2]) -> %y { %a = Relu(%x) %b = Neg(%a) %y = Neg(%b) }";

    [Fact]
    public void APassThatBreaksAnInvariantIsAnInternalError()
    {
        var e = Assert.Throws<InternalCompilerException>(() => PassManager.Run(PassTest.Parse(Chain), new Breaking()));
        Assert.Contains("Breaking", e.Message);
        Assert.Contains("Cast", e.Dump);
    }

    [Fact]
    public void PassesThatUndoEachOtherAreAnInternalError()
    {
        var group = new PassGroup("swap", Stage.Typed, Stage.Typed, true, [new Swapping()]);
        Assert.Contains("do not settle", Assert.Throws<InternalCompilerException>(() => new PassManager().Run(PassTest.Parse(Chain), [group], Stage.Canonical)).Message);
    }

    [Fact]
    public void TheObserverSeesEveryPassAndMayStop()
    {
        var observer = new StopAfter(nameof(SimplifyArithmetic));
        var manager = new PassManager(observer);
        var graph = manager.Run(PassTest.Parse(Chain), Pipeline.Groups, Stage.Canonical);
        Assert.True(manager.Stopped);
        Assert.Equal(Stage.Typed, graph.Stage);
        Assert.Single(graph.Nodes);
        Assert.Equal(nameof(EliminateDead), observer.Seen[0]);
        Assert.Equal(nameof(SimplifyArithmetic), observer.Seen[^1]);
    }

    [Fact]
    public void AGroupRaisesTheStage() => Assert.Equal(Stage.Canonical, new PassManager().Run(PassTest.Parse(Chain), Pipeline.Groups, Stage.Canonical).Stage);

    [Fact]
    public void CanonicalizationIsAFixedPoint()
    {
        var once = new PassManager().Run(PassTest.Parse(Chain), Pipeline.Groups, Stage.Canonical);
        foreach (var pass in Pipeline.Groups[0].Passes) Assert.Same(once, PassManager.Run(once, pass));
    }

    /// <summary>Replaces a value by one of another type.</summary>
    private sealed class Breaking : IPass
    {
        public Patch? Run(Graph graph)
        {
            var patch = new Patch(graph);
            patch.Replace(graph.Nodes[0].Output, patch.Add("z", new Cast(ElementType.Float64), [graph.Inputs[0]], graph.Nodes[0]));
            return patch;
        }
    }

    /// <summary>Turns Relu into Abs and back.</summary>
    private sealed class Swapping : RewritePass<ElementwiseOperator>
    {
        protected override Value? Rewrite(Match at, ElementwiseOperator op) => op is Relu ? at.Add(new Abs(), at[0]) : op is Abs ? at.Add(new Relu(), at[0]) : null;
    }

    private sealed class StopAfter(string last) : PassObserver
    {
        public List<string> Seen { get; } = [];

        public override bool After(string pass, Graph graph, bool changed, TimeSpan time)
        {
            Seen.Add(pass);
            return pass != last;
        }
    }
}
