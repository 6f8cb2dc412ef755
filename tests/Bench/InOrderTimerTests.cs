using CompileModel.Bench.Cycles.InOrder;

namespace CompileModel.Tests.Bench;

/// <summary>The in-order model on loops that can be timed by hand.</summary>
public class InOrderTimerTests
{
    private static readonly string[] EightAccumulations = [.. Enumerable.Range(16, 8).Select(i => $"fmla v{i}.4s, v0.4s, v1.s[{i % 4}]")];

    [Theory]
    [InlineData("fmla v0.4s, v1.4s, v2.4s", 4, 4)] // The accumulator is forwarded.
    [InlineData("fmul v0.4s, v0.4s, v2.4s", 4, 4)]
    [InlineData("fmla v1.4s, v1.4s, v2.4s", 8, 4)] // It is a factor too, and is waited for.
    [InlineData("sdot v0.4s, v1.16b, v2.16b", 1, 1)]
    [InlineData("add x0, x0, #1", 1, 1)]
    [InlineData("mul x0, x0, x1", 3, 3)]
    [InlineData("ldr x0, [x0]", 3, 3)]
    [InlineData("ldr q0, [x0], #16", 2, 2)]
    [InlineData("ldr d0, [x0], #8", 1, 1)]
    [InlineData("ldp q0, q1, [x0], #32", 4, 4)]
    [InlineData("ldp x1, x2, [x0]", 2, 1)]
    [InlineData("ld1 { v0.4s, v1.4s, v2.4s, v3.4s }, [x0], #64", 8, 8)]
    [InlineData("ld1 { v0.s }[1], [x1]", 5, 4)] // Keeps the other lanes.
    [InlineData("stp q0, q1, [x0], #32", 2, 2)]
    [InlineData("str q0, [x0]", 1, 1)]
    [InlineData("mov v0.s[1], w1", 3, 3)]
    [InlineData("fdiv s0, s1, s2", 9, 9)]
    public void ChainsAndPipes(string instruction, int a53, int a55)
    {
        Assert.Equal(a53, InOrderTimer.Cores["cortex-a53"].Cycles([instruction]));
        Assert.Equal(a55, InOrderTimer.Cores["cortex-a55"].Cycles([instruction]));
    }

    [Fact]
    public void OneQuadMultiplyAccumulateACycle() => Expect(8, 8, EightAccumulations);

    [Fact]
    public void TwoDoubleMultiplyAccumulatesACycle() => Expect(4, 4, [.. EightAccumulations.Select(i => i.Replace(".4s,", ".2s,", StringComparison.Ordinal))]);

    [Fact]
    public void AQuadLoadStandsAloneOnA53() => Expect(9, 8, [.. EightAccumulations[..4], "ldr q2, [x0], #16", .. EightAccumulations[4..]]);

    [Fact]
    public void ADoubleLoadPairs() => Expect(8, 8, [.. EightAccumulations[..4], "ldr d2, [x0], #8", .. EightAccumulations[4..]]);

    /// <summary>The upper half through an integer register, which both cores pair with arithmetic; seven cycles carry its loads.</summary>
    [Fact]
    public void LoadAndInsertPair() => Expect(8, 8,
    [
        EightAccumulations[0], "ldr d2, [x0]", EightAccumulations[1], "ldr x2, [x0, #8]", EightAccumulations[2], EightAccumulations[3], EightAccumulations[4], EightAccumulations[5],
        EightAccumulations[6], "mov v2.d[1], x2", EightAccumulations[7],
    ]);

    [Fact]
    public void ABranchWaitsForItsFlagsAndEndsTheCycle() => Expect(2, 2, ["subs x0, x0, #1", "b.ne #-4"]);

    [Fact]
    public void IndependentIntegersIssueInPairs() => Expect(2, 2, ["add x0, x0, #1", "add x1, x1, #1", "add x2, x2, #1", "add x3, x3, #1"]);

    [Fact]
    public void TheScheduleSaysWhenEachInstructionIssues() =>
        Assert.Equal([0, 2, 7], InOrderTimer.Cores["cortex-a53"].Schedule(["ldr q0, [x0]", "ldr q1, [x1]", "fmul v2.4s, v0.4s, v1.4s"]));

    [Fact]
    public void EveryMnemonicHasOneLineOfTheTable() =>
        Assert.Empty(VectorTable.Rules.SelectMany(r => r.Mnemonics.Split(' ')).GroupBy(m => m).Where(g => g.Count() > 1).Select(g => g.Key));

    private static void Expect(double a53, double a55, IReadOnlyList<string> loop)
    {
        Assert.Equal(a53, InOrderTimer.Cores["cortex-a53"].Cycles(loop));
        Assert.Equal(a55, InOrderTimer.Cores["cortex-a55"].Cycles(loop));
    }
}
