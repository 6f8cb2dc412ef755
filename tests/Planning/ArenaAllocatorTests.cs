using CompileModel.Passes.Planning;

namespace CompileModel.Tests.Planning;

public class ArenaAllocatorTests
{
    [Fact]
    public void BlocksThatMeetNeverOverlapAndOffsetsAreAligned()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var blocks = Enumerable.Range(0, random.Next(1, 60)).Select(_ =>
            {
                int first = random.Next(50);
                return new ArenaBlock(random.Next(1, 5000), first, first + random.Next(0, 8));
            }).ToArray();
            var (offsets, size) = ArenaAllocator.Allocate(blocks);
            for (int i = 0; i < blocks.Length; i++)
            {
                Assert.Equal(0, offsets[i] % ArenaAllocator.Alignment);
                Assert.True(offsets[i] + blocks[i].Size <= size);
                for (int j = 0; j < i; j++)
                    Assert.True(!blocks[i].Meets(blocks[j]) || offsets[i] + blocks[i].Size <= offsets[j] || offsets[j] + blocks[j].Size <= offsets[i]);
            }
            long aligned = ArenaAllocator.LowerBound([.. blocks.Select(b => b with { Size = ArenaAllocator.Align(b.Size) })]);
            Assert.True(size <= aligned * 1.1, $"seed {seed}: {size} over {aligned}");
        }
    }

    [Fact]
    public void NothingNeedsNothing()
    {
        var (offsets, size) = ArenaAllocator.Allocate([]);
        Assert.Empty(offsets);
        Assert.Equal(0, size);
        Assert.Equal(0, ArenaAllocator.LowerBound([]));
    }

    [Fact]
    public void LowerBoundIsTheLargestSumAtOneStep() =>
        Assert.Equal(300, ArenaAllocator.LowerBound([new(100, 0, 2), new(200, 2, 3), new(50, 3, 4), new(50, 3, 3)]));
}
