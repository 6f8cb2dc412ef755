using CompileModel.Quantization.Precision;

namespace CompileModel.Tests.Quantization;

/// <summary>The choice of precisions by a cost that the test makes up: layers in a row, and what a change of precision between neighbours costs.</summary>
public sealed class PrecisionSearchTests
{
    private static readonly string[] Products = ["a", "b", "c", "d", "e"];

    [Fact]
    public void WhatIsFasterInFloatStaysFloat()
    {
        var choice = Search([(10, 5), (10, 5), (10, 30), (10, 5), (10, 5)], conversion: 1);
        Assert.Equal(["c"], choice.Floats);
        Assert.Equal("float32 is predicted faster (10 against 30 cycles)", choice.Reason("c"));
        Assert.Null(choice.Reason("a"));
        Assert.Equal(50, choice.AllFloat.Total);
        Assert.Equal(32, choice.Program.Total);
    }

    [Fact]
    public void AnIslandPaysForBothConversions()
    {
        // Float32 would save 3 cycles of c, and cost two conversions of 2.
        Assert.Empty(Search([(10, 5), (10, 5), (10, 13), (10, 5), (10, 5)], conversion: 2).Floats);
        // Integers would save 3 cycles of c, likewise.
        var choice = Search([(10, 20), (10, 20), (10, 7), (10, 20), (10, 20)], conversion: 2);
        Assert.Equal(Products, choice.Floats);
        Assert.Equal("float32 is predicted about as fast or faster for the whole program (50 against 51 cycles)", choice.Reason("c"));
        // Beside layers that gain as integers, only the neighbours of c count.
        choice = Search([(10, 2), (10, 20), (10, 7), (10, 20), (10, 2)], conversion: 2);
        Assert.Equal(["b", "c", "d"], choice.Floats);
        Assert.Equal("float32 is predicted faster with the conversions around it (10 against 7 cycles without)", choice.Reason("c"));
    }

    [Fact]
    public void LittleGainIsNotWorthRounding()
    {
        var choice = Search([(10, 9.7), (10, 9.7), (10, 9.7), (10, 9.7), (10, 9.7)], conversion: 0);
        Assert.Equal(Products, choice.Floats);
        Assert.Equal("float32 is predicted about as fast or faster for the whole program (50 against 48 cycles)", choice.Reason("a"));
    }

    [Fact]
    public void NothingIsQuantizedWhereThatIsSlowerEverywhere() => Assert.Equal(Products, Search([(1, 2), (1, 2), (1, 2), (1, 2), (1, 2)], conversion: 0).Floats);

    [Fact]
    public void ProductsThatStayFloatAnywayPullTheirNeighbours()
    {
        var choice = Search([(10, 9), (10, 9), (10, 9), (10, 5), (10, 5)], conversion: 3, "b");
        Assert.Equal(["a", "b"], choice.Floats);
        Assert.Empty(Search([(10, 9), (10, 9), (10, 9), (10, 5), (10, 5)], conversion: 3).Floats);
    }

    [Fact]
    public void TheBeginningStaysFloatWhereThatIsAsFast()
    {
        // Float32 costs a little at a, and gives it back at b; c would cost too much.
        var choice = Search([(102, 100), (97, 100), (120, 100), (500, 100), (500, 100)], conversion: 3);
        Assert.Equal(["a", "b"], choice.Floats);
        Assert.Equal(["a", "b"], choice.Leading);
        Assert.Equal("rounding at the beginning costs the most accuracy, and float32 is predicted as fast there, to 1.5 %", choice.Reason("a"));
        // Neither what is slower nor what stands further back.
        Assert.Empty(Search([(110, 100), (110, 100), (110, 100), (100.5, 100), (500, 100)], conversion: 3).Floats);
    }

    [Fact]
    public void TheBeginningTakesNoMoreMemory()
    {
        var layers = new[] { (101.0, 100.0), (101, 100), (500, 100), (500, 100), (500, 100) };
        Assert.Equal(["a", "b"], Search(layers, conversion: 0).Floats);
        Assert.Equal(["a"], PrecisionSearch.Run(Products, new HashSet<string>(), choice => Program(layers, 0, choice) with { PeakBytes = choice.Contains("b") ? 2 : 1 }).Floats);
    }

    private static PrecisionChoice Search((double Float, double Integer)[] layers, double conversion, params string[] floats) => PrecisionSearch.Run(Products, floats.ToHashSet(), choice => Program(layers, conversion, choice));

    private static ModelledProgram Program((double Float, double Integer)[] layers, double conversion, IReadOnlySet<string> choice)
    {
        var cycles = Products.Select((p, i) => choice.Contains(p) ? layers[i].Float : layers[i].Integer).ToArray();
        int changes = Products.Zip(Products.Skip(1)).Count(p => choice.Contains(p.First) != choice.Contains(p.Second));
        return new(cycles.Sum() + (conversion * changes), Products.Zip(cycles).ToDictionary(p => p.First, p => p.Second));
    }
}
