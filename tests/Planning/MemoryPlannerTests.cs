using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Passes.Planning;

namespace CompileModel.Tests.Planning;

public class MemoryPlannerTests
{
    [Fact]
    public void ConcatAlongChannelsIsAViewOfItsResult()
    {
        var g = new LoweredGraph();
        var x = g.Input(1, 4, 4, 8);
        var (a, b) = (g.Compute("a", [1, 4, 4, 8], x), g.Compute("b", [1, 4, 4, 16], x));
        var o = g.Call("o", new FakeConcat(3), [1, 4, 4, 24], a, b);
        var plan = g.Output(g.Compute("y", [1, 4, 4, 8], o)).Plan();

        Assert.Equal(["a", "b", "y"], plan.Steps.Select(s => s.Node.Output.Name));
        Assert.Equal(plan.Storages[o].Offset + 32, plan.Storages[b].Offset);
        Assert.Equal([384, 96, 24, 1], plan.Storages[a].Layout.Strides);
        Assert.Equal(4 * 4 * 24 * 4, plan.ArenaBytes);
    }

    [Fact]
    public void AKernelThatTakesNoStridesKeepsTheCopy()
    {
        var g = new LoweredGraph();
        var x = g.Input(1, 4, 4, 8);
        var a = g.Call("a", new FakeCompute(false, false), [1, 4, 4, 8], x);
        var b = g.Compute("b", [1, 4, 4, 16], x);
        var o = g.Call("o", new FakeConcat(3), [1, 4, 4, 24], a, b);
        var plan = g.Output(g.Compute("y", [1, 4, 4, 8], o)).Plan();

        var rest = plan.Steps.Single(s => s.Node.Output.Name == "o");
        Assert.Equal(new FakeRest(1), rest.Template);
        Assert.Equal(["a"], rest.Inputs.Select(i => i.Value.Name));
        Assert.True(plan.Storages[a].Layout.IsDense);
    }

    [Fact]
    public void DetectorTailIsWrittenIntoTheOutput()
    {
        // conv -> [1,H,W,A*4] -> [1,H*W*A,4] -> Concat over boxes: rows of the result, no copy at all.
        var g = new LoweredGraph();
        var x = g.Input(1, 8, 8, 4);
        var small = g.Compute("small", [1, 4, 4, 8], x);
        var a = g.Reshape("ra", [1, 128, 4], g.Compute("a", [1, 8, 8, 8], x));
        var b = g.Reshape("rb", [1, 32, 4], g.Compute("b", [1, 4, 4, 8], small));
        var plan = g.Output(g.Call("o", new FakeConcat(1), [1, 160, 4], a, b)).Plan();

        Assert.Equal(["small", "a", "b"], plan.Steps.Select(s => s.Node.Output.Name).OrderByDescending(n => n.Length).ThenBy(n => n));
        Assert.Equal(StorageBase.Output, plan.Storages[b].Base);
        Assert.Equal(128 * 4 * 4, plan.Storages[b].Offset);
    }

    [Fact]
    public void AReshapeThatStridesForbidKeepsTheCopy()
    {
        // The concatenation along channels would scatter the rows that the reshape merges with the channels.
        var g = new LoweredGraph();
        var x = g.Input(1, 4, 4, 8);
        var (a, b) = (g.Compute("a", [1, 128], x), g.Compute("b", [1, 128], x));
        var wide = g.Call("w", new FakeConcat(2), [1, 16, 16], g.Reshape("r", [1, 16, 8], a), g.Reshape("s", [1, 16, 8], b));
        var plan = g.Output(g.Compute("y", [1], wide)).Plan();
        Assert.Contains(plan.Steps, s => s.Node.Output.Name == "w");
    }

    [Fact]
    public void PaddedInputIsWrittenInsideTheBorder()
    {
        var g = new LoweredGraph();
        var a = g.Compute("a", [1, 4, 4, 8], g.Input(1, 4, 4, 8));
        var p = g.Call("p", new FakePad([0, 1, 1, 0], [0, 1, 1, 0]), [1, 6, 6, 8], a);
        var plan = g.Output(g.Compute("y", [1, 4, 4, 8], p)).Plan();

        Assert.Equal(new FakeRest(0), plan.Steps.Single(s => s.Node.Output == p).Template);
        Assert.Equal(plan.Storages[p].Offset + (6 + 1) * 8 * 4, plan.Storages[a].Offset);
        Assert.Equal(6 * 6 * 8 * 4, plan.LowerBound);
    }

    [Fact]
    public void SliceIsAViewOfItsOperandAndPinsIt()
    {
        var g = new LoweredGraph();
        var a = g.Compute("a", [1, 4, 4, 8], g.Input(1, 4, 4, 8));
        var s = g.Call("s", new FakeSlice([0, 0, 0, 4], [1, 1, 1, 1]), [1, 4, 4, 4], a);
        var b = g.Compute("b", [1, 4, 4, 8], s);
        var plan = g.Output(g.Compute("y", [1], b, s)).Plan();
        Assert.Equal(plan.Storages[a].Offset + 16, plan.Storages[s].Offset);
        Assert.DoesNotContain(plan.Steps, step => step.Node.Output == s);
    }

    [Fact]
    public void ResultTakesTheMemoryOfAnOperandThatDies()
    {
        var g = new LoweredGraph();
        var a = g.Compute("a", [100], g.Input(100));
        var b = g.Call("b", new FakeCompute(true, true), [100], a);
        var c = g.Call("c", new FakeCompute(true, true), [100], b);
        var d = g.Call("d", new FakeCompute(true, true), [100], b, c);
        var plan = g.Output(g.Compute("y", [1], d)).Plan();
        Assert.Equal(plan.Storages[a].Offset, plan.Storages[b].Offset);
        Assert.NotEqual(plan.Storages[b].Offset, plan.Storages[c].Offset);
        Assert.Equal(800, plan.LowerBound);
    }

    [Fact]
    public void EqualConstantsAreStoredOnceAndAligned()
    {
        var g = new LoweredGraph();
        var x = g.Input(3);
        var a = g.Compute("a", [3], x, g.Constant("w1", 1, 2, 3), g.Constant("w2", 4));
        var plan = g.Output(g.Compute("y", [3], a, g.Constant("w3", 1, 2, 3))).Plan();
        Assert.Equal(68, plan.Weights.Bytes.Length);
        Assert.Equal([0L, 0L, 64L], plan.Weights.Offsets.Values.Order());
    }

    [Fact]
    public void VerifierFindsOverlapsAndForeignOperands()
    {
        var g = new LoweredGraph();
        var x = g.Input(16);
        var (a, b) = (g.Compute("a", [16], x), g.Compute("b", [16], x));
        var plan = g.Output(g.Compute("y", [16], a, b)).Plan();
        var moved = plan.Storages[b] with { Offset = plan.Storages[a].Offset + 4 };
        var broken = plan with
        {
            Storages = plan.Storages.ToDictionary(s => s.Key, s => s.Key == b ? moved : s.Value),
            Steps = [.. plan.Steps.Select(s => s with { Outputs = [.. s.Outputs.Select(o => o.Value == b ? (b, moved) : o)], Inputs = [.. s.Inputs.Select(i => i.Value == b ? (b, moved) : i)] })],
        };
        var problem = Assert.Throws<InternalCompilerException>(() => MemoryPlanVerifier.Verify(broken));
        Assert.Contains("overwrites %a", problem.Message);
    }

    [Fact]
    public void RandomGraphsArePlannedNearTheLowerBound()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var g = new LoweredGraph();
            var values = new List<Value> { g.Input(1, 4, 4, 8) };
            for (int i = 0; i < 40; i++)
            {
                var x = values[^random.Next(1, Math.Min(5, values.Count) + 1)];
                var y = values[^random.Next(1, Math.Min(5, values.Count) + 1)];
                int c = x.Shape[3];
                values.Add(random.Next(6) switch
                {
                    0 => g.Call($"v{i}", new FakeConcat(3), [1, 4, 4, c + y.Shape[3]], x, y),
                    1 when c > 1 => g.Call($"v{i}", new FakeSlice([0, 0, 0, c / 2], [1, 1, 1, 1]), [1, 4, 4, c - c / 2], x),
                    2 => g.Reshape($"v{i}", [1, 4, 4, c], g.Reshape($"r{i}", [16, c], x)),
                    3 => g.Call($"v{i}", new FakeCompute(random.Next(2) == 0, true), [1, 4, 4, c], x),
                    _ => g.Compute($"v{i}", [1, 4, 4, random.Next(1, 64)], x, y),
                });
            }
            g.Output(g.Compute("o0", [1, 4, 4, 4], [.. values.TakeLast(6)])).Output(g.Compute("o1", [7], values[^3]));
            var plan = g.Plan();   // verifies itself
            Assert.True(plan.ArenaBytes <= plan.LowerBound * 1.1 + 1024, $"seed {seed}: {plan.ArenaBytes} over {plan.LowerBound}");
        }
    }

    [Fact]
    public void MapListsBlocks()
    {
        var g = new LoweredGraph();
        var plan = g.Output(g.Compute("y", [4], g.Compute("a", [4], g.Input(4)))).Plan();
        Assert.Contains("arena 64 bytes, lower bound 16 bytes", MemoryMap.Write(plan));
        Assert.Contains("0..1", MemoryMap.Write(plan));
    }
}
