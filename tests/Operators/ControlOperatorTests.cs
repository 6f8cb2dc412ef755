using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Passes.Bounded;
using static CompileModel.Tests.Operators.Evaluate;
using static CompileModel.Tests.Operators.SequenceOperatorTests;

namespace CompileModel.Tests.Operators;

/// <summary>Operators with bodies: resolved, unrolled, or left for the run.</summary>
public sealed class ControlOperatorTests
{
    private static readonly TensorType TripType = new(ElementType.Int64, Shape.Scalar);

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 20)]
    public void IfTakesOneBranch(bool condition, float expected)
    {
        var g = new ImportedGraph();
        var x = g.Input(F(2));
        Value run = g.Input(Bool(condition)), known = g.Constant(Bool(condition));
        var op = new If(Unary(new Add(), 1), Unary(new Mul(), 10));
        Equal(g.Run(g.Add(op, run, x, x), g.Add(op, known, x, x)), F(expected), F(expected));
        Assert.Equal(1, g.Typed(g.Add(op, run, x, x), g.Add(op, known, x, x)).Nodes.Count(n => n.Operator is If));
    }

    [Fact]
    public void BranchesOfTheRunMustAgree()
    {
        var g = new ImportedGraph();
        Value x = g.Input(F(2)), condition = g.Input(Bool(true));
        var longer = new ImportedGraph();
        var formal = longer.Formal();
        var two = longer.Graph(longer.Add(new Concat(0), formal, formal));
        g.Refused("result 0 is f32[1] in one branch and f32[2] in the other", g.Add(new If(Unary(new Add(), 1), two), condition, x, x));
        Equal(g.Run(g.Add(new If(Unary(new Add(), 1), two), g.Constant(Bool(false)), x, x)), F(2, 2));
    }

    [Fact]
    public void ABranchThatDoesNotFitIsAWarning()
    {
        var g = new ImportedGraph();
        Value x = g.Input(F(2)), condition = g.Input(Bool(true));
        var wrong = new ImportedGraph();
        wrong.Formal();
        var body = wrong.Graph(wrong.Add(new Add(), wrong.Constant(F(1, 2)), wrong.Constant(F(1, 2, 3))));
        var diagnostics = new Diagnostics.DiagnosticBag();
        var typed = CompileModel.Passes.InferTypes.Run(g.Graph(g.Add(new If(Unary(new Add(), 1), body), condition, x, x)), "m", diagnostics);
        Assert.Equal(Diagnostics.DiagnosticCodes.BranchLeftOut, Assert.Single(diagnostics.Items).Code);
        Equal(Reference.Interpreter.Run(typed, [F(2), Bool(true)]), F(3));
        Assert.Contains("do not broadcast", Assert.Throws<ArgumentException>(() => Reference.Interpreter.Run(typed, [F(2), Bool(false)])).Message, StringComparison.Ordinal);
        g.Refused("do not broadcast", g.Add(new If(body, body), condition, x, x));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void LoopsRunAsOftenAsTheySay(int trips)
    {
        var g = new ImportedGraph();
        var results = g.AddMany(new Loop(Sums(), 1), 2, g.Constant(Scalar(trips)), g.Constant(Bool(true)), g.Input(F(1)), g.Input(F(0.5f)));
        var typed = g.Typed(results);
        Assert.Equal(trips > 10, typed.Nodes.Any(n => n.Operator is Iterate));
        Equal(g.Run(results), F(1 + 0.5f * trips), F([trips, 1], [.. Enumerable.Range(0, trips).Select(i => i * (1.5f + 0.5f * i))]));
    }

    [Fact]
    public void ATripCountOfTheRun()
    {
        var g = new ImportedGraph();
        var body = new ImportedGraph();
        body.Formal();
        Value goes = body.Formal(), state = body.Formal(), outer = body.Formal();
        var loop = new Loop(body.Graph(goes, body.Add(new Add(), state, outer)), 1);
        Value start = g.Input(F(1)), step = g.Input(F(0.5f));
        Equal(g.Run(g.Add(loop, g.Input(Scalar(4)), null, start, step)), F(3));
        Equal(g.Run(g.Add(loop, g.Input(Scalar(4)), g.Input(Bool(false)), start, step)), F(1));
        g.Refused("the number of trips has no bound", g.AddMany(new Loop(Sums(), 1), 2, g.Input(Scalar(4)), null, start, step));
    }

    [Fact]
    public void AConditionOfTheRunEndsALoop()
    {
        var body = new ImportedGraph();
        body.Formal();
        body.Formal();
        var state = body.Formal();
        var next = body.Add(new Add(), state, state);
        var loop = new Loop(body.Graph(body.Add(new Squeeze(), body.Add(new Less(), next, body.Constant(F(100)))), next), 1);
        var g = new ImportedGraph();
        Equal(g.Run(g.Add(loop, null, g.Constant(Bool(true)), g.Input(F(3)))), F(192));
        Equal(g.Run(g.Add(loop, g.Constant(Scalar(50)), null, g.Input(F(3)))), F(192));
        Equal(g.Run(g.Add(loop, g.Constant(Scalar(2)), g.Constant(Bool(true)), g.Input(F(3)))), F(12));
    }

    [Fact]
    public void WhatACheckedLoopCollectsHasASizeOfTheRun()
    {
        var body = new ImportedGraph();
        body.Formal();
        body.Formal();
        var state = body.Formal();
        var next = body.Add(new Add(), state, state);
        var loop = new Loop(body.Graph(body.Add(new Squeeze(), body.Add(new Less(), next, body.Constant(F(100)))), next, next), 1);
        var g = new ImportedGraph();
        var results = g.AddMany(loop, 2, g.Constant(Scalar(50)), null, g.Input(F(3)));
        var (typed, extents) = BoundDimensions.Run(g.Graph(results), [], "m", new());
        var run = Reference.Interpreter.Run(typed, g.Data);
        Assert.Equal((50, 6), (run[1].Shape[0], run[extents.Outputs.Count + extents.Outputs[1][0]].AsLong(0)));
        Equal([run[0], Tensor.Of([6, 1], run[1].Span<float>()[..6])], F(192), F([6, 1], 6, 12, 24, 48, 96, 192));
        Expect(new Prefix(), F(1, 2), F(1, 2, 3), Scalar(2));
    }

    [Fact]
    public void StatesThatGrowAreUnrolled()
    {
        var body = new ImportedGraph();
        body.Formal();
        Value goes = body.Formal(), state = body.Formal();
        var loop = new Loop(body.Graph(goes, body.Add(new Concat(0), state, state)), 1);
        var g = new ImportedGraph();
        var x = g.Input(F(7));
        Equal(g.Run(g.Add(loop, g.Constant(Scalar(2)), g.Constant(Bool(true)), x)), F(7, 7, 7, 7));
        g.Refused("the states change their types", g.Add(loop, g.Input(Scalar(2)), null, x));
    }

    [Fact]
    public void ALoopWithoutTripsCollectsNothing()
    {
        var g = new ImportedGraph();
        var results = g.AddMany(new Loop(Sums(), 1), 2, g.Constant(Scalar(0)), null, g.Input(F(1)), g.Input(F(0.5f)));
        Equal(g.Run(results), F(1), F([0, 1]));
    }

    [Theory]
    [InlineData(3, 0, 0)]
    [InlineData(40, 0, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(40, 1, 1)]
    public void ScansGoForthAndBack(int length, int inputBackwards, int outputBackwards)
    {
        var body = new ImportedGraph();
        Value state = body.Formal(), slice = body.Formal();
        var sum = body.Add(new Add(), state, slice);
        var scan = new Scan(body.Graph(sum, sum), 1, [-1], [inputBackwards], [1], [outputBackwards], false);
        var g = new ImportedGraph();
        var results = g.AddMany(scan, 2, g.Input(F(0, 0)), g.Input(Count(2, length)));
        Assert.Equal(length > 30, g.Typed(results).Nodes.Any(n => n.Operator is Iterate));
        var expected = new float[2, length];
        float[] sums = [0, 0];
        for (int i = 0; i < length; i++)
            for (int row = 0; row < 2; row++)
                expected[row, outputBackwards == 0 ? i : length - 1 - i] = sums[row] += row * length + (inputBackwards == 0 ? i : length - 1 - i);
        Equal(g.Run(results), F(sums), F([2, length], [.. expected.Cast<float>()]));
    }

    [Fact]
    public void ScansOfOpset8HaveABatch()
    {
        var body = new ImportedGraph();
        Value state = body.Formal(), slice = body.Formal();
        var sum = body.Add(new Add(), state, slice);
        var scan = new Scan(body.Graph(sum, sum), 1, [0], [0], [0], [0], true);
        var g = new ImportedGraph();
        Equal(g.Run(g.AddMany(scan, 2, null, g.Input(F([2, 1], 10, 20)), g.Input(Count(2, 3, 1)))), F([2, 1], 13, 32), F([2, 3, 1], 10, 11, 13, 23, 27, 32));
    }

    [Fact]
    public void IterateChecksItsBody()
    {
        Value trip = new("trip", TripType), state = new("s", new(ElementType.Float32, [2])), next = new("n", new(ElementType.Float32, [2]));
        var body = new Graph("b", Stage.Typed, [trip, state], [new("0", next)], [new(new Relu(), [state], [next], [])], System.Collections.Immutable.ImmutableDictionary<Value, Tensor>.Empty);
        var op = new Iterate(body, 3, false, 1, [], [], [], []);
        Expect(op, F(0, 2), null, null, F(-1, 2));
        Rejects(Diagnostics.DiagnosticCodes.ShapeMismatch, op, null, null, new(ElementType.Float32, [3]));
    }

    /// <summary>One operator with a constant.</summary>
    private static Graph Unary(Operator op, float constant)
    {
        var body = new ImportedGraph();
        return body.Graph(body.Add(op, body.Formal(), body.Constant(F(constant))));
    }

    /// <summary>A loop body that adds an outer value to its state, and collects the state times the number of the trip.</summary>
    private static Graph Sums()
    {
        var body = new ImportedGraph();
        Value trip = body.Formal(), goes = body.Formal(), state = body.Formal(), outer = body.Formal();
        var next = body.Add(new Add(), state, outer);
        return body.Graph(body.Add(new Identity(), goes), next, body.Add(new Mul(), next, body.Add(new Cast(ElementType.Float32), trip)));
    }
}
