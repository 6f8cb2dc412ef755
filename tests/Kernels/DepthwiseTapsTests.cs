using CompileModel.IR;
using CompileModel.Kernels.Depthwise;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>How many taps of a depthwise convolution are added in 16 bits, as is proven from weights. <see cref="DepthwiseTaps"/>.</summary>
public sealed class DepthwiseTapsTests
{
    /// <summary>Of two channels of a group one lets three taps be added and not two, which are others: the sixth and the first are -128; the other two and not three.</summary>
    [Fact]
    public void GroupsAskAllTheirChannelsForOneNumber()
    {
        sbyte Weight(int channel, int t) => channel == 0 ? (t is 6 or 1 ? sbyte.MinValue : (sbyte)0) : t is 0 or 3 or 6 ? (sbyte)100 : (sbyte)0;
        Assert.Equal([1], DepthwiseTaps.OfGroups([3, 3], 8, (c, t) => c > 1 ? (sbyte)0 : Weight(c, t)));
        Assert.Equal([3], DepthwiseTaps.OfGroups([3, 3], 8, (c, t) => c > 0 ? (sbyte)0 : Weight(c, t)));
        Assert.Equal([2], DepthwiseTaps.OfGroups([3, 3], 8, (c, t) => c != 1 ? (sbyte)0 : Weight(c, t)));
    }

    /// <summary>Weights of the middle column and of the last one of a 3x3 filter: pairs do not keep to columns.</summary>
    [Theory]
    [InlineData(3, 100, 100, 55, 0, 0, 0)]
    [InlineData(2, 100, 100, 56, 0, 0, 0)]
    [InlineData(3, 127, -1, -127, 127, 1, 127)]
    [InlineData(2, 127, 2, 127, 0, 0, 0)]
    [InlineData(3, -128, -127, 0, 0, 0, 0)]
    [InlineData(3, -128, 0, 0, -128, 0, 0)]
    [InlineData(2, -128, -128, 0, 0, 0, 0)]
    [InlineData(1, 0, 0, 0, -128, -128, 0)]
    public void TapsThatFit(int taps, params int[] columns)
    {
        sbyte Weight(int channel, int tap) => channel != 9 || tap % 3 == 0 ? (sbyte)1 : (sbyte)columns[(tap % 3 - 1) * 3 + tap / 3];
        Assert.Equal([3, taps, 3], DepthwiseTaps.OfGroups([3, 3], 24, Weight));
        // The last group begins inside of the one before.
        Assert.Equal([3, taps, taps], DepthwiseTaps.OfGroups([3, 3], 17, Weight));
    }

    [Theory]
    [InlineData("cortex-a53", 3, true)]
    [InlineData("cortex-a72", 3, false)]
    [InlineData("cortex-a55", 1, false)]
    [InlineData("neoverse-n1", 1, false)]
    [InlineData("x86-64-v3", 1, false)]
    public void WhatCoresGainFrom(string target, int taps, bool factors)
    {
        var profile = TargetProfiles.Load(target);
        Assert.Equal((taps, factors), (DepthwiseTaps.Wanted(profile), DepthwiseFactors.AreWanted(profile)));
    }
}
