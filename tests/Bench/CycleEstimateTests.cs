using CompileModel.Bench.Cycles;

namespace CompileModel.Tests.Bench;

/// <summary>From blocks to cycles.</summary>
public class CycleEstimateTests
{
    private const string AddOne = "00040091", AddTwo = "00080091", MultiplyAccumulate = "20cc224e";

    [Fact]
    public void DisassemblesWordsAndSkipsWhatIsNone()
    {
        var text = Disassembler.Run([AddOne, "00000000", MultiplyAccumulate, "ffffffff", AddTwo]);
        Assert.Equal("add x0, x0, #1", text[AddOne].Replace('\t', ' '));
        Assert.Equal("add x0, x0, #2", text[AddTwo].Replace('\t', ' '));
        Assert.Equal("fmla v0.4s, v1.4s, v2.4s", text[MultiplyAccumulate].Replace('\t', ' '));
        Assert.Equal("nop", text["ffffffff"]);
    }

    /// <summary>A chain of multiply-accumulates: four cycles each on both cores.</summary>
    [Theory]
    [InlineData("cortex-a53", 4000)]
    [InlineData("cortex-a72", 4000)]
    public void MultipliesTimeByExecutions(string core, double cycles)
    {
        var profile = new InferenceProfile(new BlockProfile([new(0x1000, MultiplyAccumulate, 1000, 3, 2)]), 5);
        var estimate = CycleEstimate.Of(Core.Of(core), profile);
        Assert.Equal(cycles, estimate.Cycles);
        Assert.Equal(4000, estimate.Blocks.Single().Macs);
    }

    [Theory]
    [InlineData("str q0, [x0], #16", "str q0, [x0]\nadd x0, x0, #16")]
    [InlineData("stp q0, q1, [sp, #-32]!", "stp q0, q1, [sp]\nsub sp, sp, #32")]
    [InlineData("str q0, [x0, #16]", "str q0, [x0, #16]")]
    public void StoresAreSplitForOutOfOrderCores(string line, string expected) => Assert.Equal(expected, LlvmMcaTimer.SplitStore(line));

    [Theory]
    [InlineData("fmla v0.4s, v1.4s, v2.s[0]", 4)]
    [InlineData("fmla v0.2s, v1.2s, v2.2s", 2)]
    [InlineData("fmadd s0, s1, s2, s3", 1)]
    [InlineData("fmul v0.4s, v1.4s, v2.4s", 0)]
    [InlineData("fnmul s0, s1, s2", 0)]
    public void MultiplyAccumulatesAreCounted(string text, int macs) => Assert.Equal(macs, TimedBlock.MacsOf(text));
}
