using CompileModel.Bench.Cycles;
using CompileModel.Bench.Tools;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Bench;

/// <summary>The counting plugin on a program whose executions and misses are known.</summary>
public class QemuProfilerTests
{
    private static readonly uint[] Code =
    [
        0xd2800c80, // mov x0, #100
        0xf1000400, // subs x0, x0, #1
        0x54ffffe1, // b.ne -4
        0xd2800043, // mov x3, #2
        0xd2a00a01, // mov x1, #0x500000
        0xd2808002, // mov x2, #1024
        0xf8440424, // ldr x4, [x1], #64
        0xf1000442, // subs x2, x2, #1
        0x54ffffc1, // b.ne -8
        0xf1000463, // subs x3, x3, #1
        0x54ffff41, // b.ne -24
        0xd2800000, // mov x0, #0
        0xd2800ba8, // mov x8, #93
        0xd4000001, // svc #0
    ];

    [Fact]
    public void CountsExecutionsAndMisses()
    {
        using var folder = new TempFolder();
        TinyProgram.Write(folder["tiny"], Code);
        var profile = new QemuProfiler(Core.Of("cortex-a53"), caches: true).Run(new Runnable(folder["tiny"], [], [], 0), 1);
        Assert.Equal(1 + (2 * 100) + 1 + (2 * 2) + (3 * 2048) + (2 * 2) + 3, profile.Instructions);
        Assert.Equal(99, Executions(profile, 1)); // The first turn belongs to the block before it.
        // 64 KB, twice, through 32 KB that forget what was used longest ago: never a hit. The second cache has 512 KB and misses once.
        Assert.Equal(2048, profile.FirstMisses);
        Assert.Equal(1024, profile.SecondMisses);
    }

    [Fact]
    public void AnInferenceIsWhatTheSecondRunDidMore()
    {
        var one = new BlockProfile([new(0x1000, "00040091", 10, 5, 1), new(0x2000, "1f2003d5", 7, 0, 0)]);
        var two = new BlockProfile([new(0x1000, "00040091", 30, 12, 2), new(0x2000, "1f2003d5", 6, 0, 0), new(0x3000, "1f2003d51f2003d5", 2, 1, 0)]);
        var inference = two.Minus(one);
        Assert.Equal(20 + (2 * 2), inference.Instructions);
        Assert.Equal((8, 1), (inference.FirstMisses, inference.SecondMisses));
    }

    private static long Executions(BlockProfile profile, int instruction) =>
        profile.Blocks.Where(b => b.Address == TinyProgram.Code + (4 * (ulong)instruction)).Sum(b => b.Executions);
}
