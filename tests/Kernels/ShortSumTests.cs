using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels;
using CompileModel.Kernels.Conv;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>How many products of bytes are added in 16 bits, as is proven from weights.</summary>
public sealed class ShortSumTests
{
    /// <summary>The weights of one lane, from unit to unit; sums of several begin at every second or fourth.</summary>
    [Theory]
    [InlineData(4, 64, 64, 64, 63)]
    [InlineData(2, 64, 64, 64, 64)]
    [InlineData(4, 64, -64, 64, -64)]
    [InlineData(2, 64, -64, 64, -65)]
    [InlineData(4, 127, 127, 0, 0, 127, 127)]
    [InlineData(2, 127, 127, 127)]
    [InlineData(4, -128, -127)]
    [InlineData(1, -128, -128)]
    [InlineData(2, 0, -128, -128)]
    public void UnitsThatFit(int units, params int[] lane)
    {
        var column = new sbyte[46];
        foreach (var (unit, weight) in lane.Index())
            column[unit * 8 + 5] = (sbyte)weight;
        Assert.Equal(units, ShortSums.Units([column], column.Length));
        Assert.Equal(Math.Min(units, 2), ShortSums.Units([column], column.Length, 2));
    }

    /// <summary>Sums of all units there are go on to neighboring lanes: eight products of two units and four lanes, four of two lanes, six of three units and two lanes.</summary>
    [Theory]
    [InlineData(8, 8, 31)]
    [InlineData(4, 8, 32)]
    [InlineData(4, 8, 63)]
    [InlineData(3, 8, 64)]
    [InlineData(3, 8, 127)]
    [InlineData(3, 8, -128, -127)]
    [InlineData(1, 8, -128, -128)]
    [InlineData(6, 6, 42, 42, 42)]
    [InlineData(4, 6, 43, 43, 43)]
    [InlineData(2, 6, 127, 127, 127)]
    public void NeighborsThatFit(int units, int most, params int[] unit)
    {
        sbyte[] column = [.. Enumerable.Range(0, most == 8 ? 16 : 24).Select(i => (sbyte)unit[i / 8 % unit.Length])];
        Assert.Equal(units, ShortSums.Units([column], column.Length, most));
    }

    /// <summary>Large weights in the second and third of six units: one sum holds both where runs are a number of units that lets sums begin anywhere once runs are read as one.</summary>
    [Theory]
    [InlineData(48, 2)]
    [InlineData(16, 2)]
    [InlineData(24, 1)]
    [InlineData(8, 1)]
    public void Runs(int run, int units)
    {
        sbyte[] column = [.. Enumerable.Range(0, 48).Select(i => i / 8 is 1 or 2 ? sbyte.MinValue : (sbyte)0)];
        Assert.Equal(units, ShortSums.Units([column], run, 2));
    }

    [Theory]
    [InlineData("cortex-a53", 16, 8)]
    [InlineData("cortex-a53", 24, 6)]
    [InlineData("cortex-a53", 27, 4)]
    [InlineData("cortex-a53", 40, 5)]
    [InlineData("cortex-a53", 144, 6)]
    [InlineData("cortex-a53", 64, 8)]
    [InlineData("cortex-a53", 960, 8)]
    [InlineData("cortex-a53", 88, 4)]
    [InlineData("cortex-a57", 64, 2)]
    [InlineData("cortex-a72", 64, 2)]
    [InlineData("cortex-a73", 64, 2)]
    [InlineData("cortex-a55", 64, 1)]
    [InlineData("neoverse-n1", 64, 1)]
    [InlineData("x86-64-v3", 64, 1)]
    public void WhatCoresGainFrom(string target, int run, int units) => Assert.Equal(units, ShortSums.Wanted(TargetProfiles.Load(target), run));

    [Fact]
    public void PanelsTakeWhatTheirColumnsLet()
    {
        // Columns of 48: number 5 lets two, number 9 one, all others four.
        sbyte[] Column(int g, int n) => [.. Enumerable.Range(0, 48).Select(i => n == 5 ? (sbyte)127 : n == 9 ? sbyte.MinValue : (sbyte)1)];
        var packing = PanelPacking.Of(NeonIsa.Instance, 17, 1);
        Assert.Equal([4, 2, 1, 4, 4], ShortSums.OfPanels(packing, 1, 48, 4, Column));
        Assert.Equal([2, 2, 1, 2, 2], ShortSums.OfPanels(packing, 1, 48, 2, Column));
        Assert.Equal([], ShortSums.OfPanels(packing, 1, 48, 4, (_, _) => new sbyte[48]));
        Assert.Equal([6, 2, 1, 6, 6], ShortSums.OfPanels(packing, 1, 48, 6, Column));
        Assert.Equal([4, 2, 1, 4, 4], ShortSums.OfPanels(packing, 1, 48, 6, (g, n) => [.. Column(g, n).Select(w => w == 1 ? (sbyte)50 : w)]));
    }

    /// <summary>Of two columns of a panel one lets six units be added and not four, which begin elsewhere, the other four and not six: two are left.</summary>
    [Fact]
    public void PanelsAskAllTheirColumnsForOneNumber()
    {
        sbyte[] Column(int g, int n)
        {
            var column = new sbyte[96];
            foreach (int unit in n == 0 ? [4, 5, 6] : n == 1 ? (int[])[3, 4, 5] : [])
                column[unit * 8] = 127;
            return column;
        }

        Assert.Equal([6, 4], Enumerable.Range(0, 2).Select(n => ShortSums.Units([Column(0, n)], 96, 6)));
        Assert.Equal([2, 6], ShortSums.OfPanels(PanelPacking.Of(NeonIsa.Instance, 8, 1), 1, 96, 6, Column));
    }

    /// <summary>Two units at least, and weights of almost all columns.</summary>
    [Theory]
    [InlineData("cortex-a53", 24, 0, "s8quad")]
    [InlineData("cortex-a53", 24, 2, "s8quad")]
    [InlineData("cortex-a53", 24, 3, "s8long")]
    [InlineData("cortex-a53", 24, 0, "s8sum6", 42)]
    [InlineData("cortex-a53", 16, 3, "s8sum3")]
    [InlineData("cortex-a53", 16, 0, "s8quad")]
    [InlineData("cortex-a53", 16, 0, "s8sum8", 31)]
    [InlineData("cortex-a53", 8, 0, "s8long")]
    [InlineData("cortex-a53", 48, 2, "s8quad")]
    [InlineData("cortex-a53", 64, 2, "s8sum8", 31)]
    [InlineData("cortex-a53", 144, 0, "s8sum6", 31)]
    [InlineData("cortex-a72", 24, 0, "s8long")]
    public void ArithmeticSuitsWeights(string target, int depth, int large, string arithmetic, int weight = 60)
    {
        var weights = Tensor.From<sbyte>(ElementType.Int8, Shape.Of(1, 1, depth, 16), [.. Enumerable.Range(0, depth * 16).Select(i => (sbyte)(i % 16 < large ? 127 : weight))]);
        var (x, w, y) = (new Value("x", new(ElementType.Int8, Shape.Of(1, 7, 7, depth))), new Value("w", weights.Type), new Value("y", new(ElementType.Int32, Shape.Of(1, 7, 7, 16))));
        var node = new Node(new ConvNhwc([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, Expression.Identity), [x, w], [y], []);
        var graph = new Graph("case", Stage.Fused, [x], [new GraphOutput("y", y)], [node], System.Collections.Immutable.ImmutableDictionary.CreateRange([KeyValuePair.Create(w, weights)]));
        var template = Assert.IsType<ConvTemplate>(Lowerings.Lower(graph, node, TargetProfiles.Load(target), null)!.Steps.Single().Template);
        Assert.Equal(arithmetic, template.Arithmetic!.Name);
    }
}
