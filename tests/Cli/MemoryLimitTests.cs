using CompileModel.Cli;
using CompileModel.Diagnostics;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary><c>--max-ram</c> is kept by smaller forms of convolutions, or refused with the smallest size there is.</summary>
public sealed class MemoryLimitTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void IsKept()
    {
        var free = Compile(null);
        long smallest = Smallest(), most = MemoryLimit.Bytes(free);
        Assert.True(smallest < most);
        long before = 0;
        for (int step = 0; step <= 4; step++)
        {
            long limit = smallest + (most - smallest) * step / 4;
            long bytes = MemoryLimit.Bytes(Compile(limit));
            Assert.InRange(bytes, before, limit);
            before = bytes;
        }
        Assert.Equal(most, before);
    }

    [Fact]
    public void IsRefusedWithTheSmallestSize()
    {
        var error = Assert.Throws<CompilationException>(() => Compile(Smallest() - 1));
        Assert.Equal(DiagnosticCodes.MemoryLimit, error.Diagnostics[0].Code);
        Assert.Contains($"takes {(Smallest() + 1023) / 1024}K", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SizesHaveSuffixes()
    {
        Assert.Equal(65536, MemoryLimit.Parse("65536"));
        Assert.Equal(512 << 10, MemoryLimit.Parse("512K"));
        Assert.Equal(3 << 20, MemoryLimit.Parse("3m"));
        Assert.Equal(64 << 20, MemoryLimit.Parse("64MB"));
        Assert.Equal(64 << 20, MemoryLimit.Parse("64MiB"));
        Assert.Equal(1L << 30, MemoryLimit.Parse("1G"));
        foreach (string bad in (string[])["", "K", "-1", "1.5M", "much", "99999999999999G"])
            Assert.Equal(DiagnosticCodes.BadOption, Assert.Throws<CompilationException>(() => MemoryLimit.Parse(bad)).Diagnostics[0].Code);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private long Smallest()
    {
        var settings = Settings(null);
        var optimized = ModelCompiler.Optimize(settings, new DiagnosticBag(), _ => { })!;
        return MemoryLimit.Bytes(ModelCompiler.Emit(settings, optimized, _ => { }, 0));
    }

    private CompileModel.Emit.EmittedModel Compile(long? limit) => ModelCompiler.Compile(Settings(limit), new DiagnosticBag(), _ => { })!;

    private CompileSettings Settings(long? limit)
    {
        var b = new OnnxModelBuilder();
        var data = new TestData(1);
        string x = b.Input("x", 1, 32, 24, 24);
        for (int i = 0; i < 4; i++)
            x = b.Node("Relu", [b.Node("Conv", [x, b.Constant(data.Floats([32, 32, 3, 3]))], ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 }))]);
        b.Output(x);
        return new(b.Save(folder["m.onnx"]), new(), TargetProfiles.Load("cortex-a72"), "m", MaxRam: limit);
    }
}
