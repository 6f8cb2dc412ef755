using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Publish;

/// <summary>What a compiled program does with its command line, natively and under qemu.</summary>
public class ProgramTests : IClassFixture<ProgramTests.Programs>
{
    private readonly Programs programs;

    public ProgramTests(Programs programs) => this.programs = programs;

    /// <summary>The fixture model for two machines, compiled once.</summary>
    public sealed class Programs : IDisposable
    {
        internal FixtureProject X64 { get; } = Published(new FixtureProject(FixtureProject.X64V3, "avx2"));

        internal FixtureProject Arm64 { get; } = Published(new FixtureProject(FixtureProject.CortexA53, "neon"));

        public void Dispose()
        {
            X64.Dispose();
            Arm64.Dispose();
        }

        private static FixtureProject Published(FixtureProject project)
        {
            project.Publish();
            return project;
        }
    }

    private static float[] Data { get; } = [.. Enumerable.Range(0, 1024).Select(i => i * 0.25f - 100)];

    private static int[] Bias { get; } = [.. Enumerable.Range(0, 64)];

    private static float[] Expected { get; } =
        [.. Enumerable.Range(0, 64).Select(row => Bias[row] + Data.Skip(row * 16).Take(16).Aggregate(0f, (sum, x) => sum + Math.Max((x * 0.5f) + 1, 0)))];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    public void OutputsAreRightWithAnyNumberOfThreads(bool arm64, int threads)
    {
        var project = arm64 ? programs.Arm64 : programs.X64;
        string data = project[$"data{threads}.npy"], bias = project[$"bias{threads}.bin"], folder = project[$"out/{threads}"];
        NpyFile.Write(data, Tensor.Of(Shape.Of(64, 16), Data));
        File.WriteAllBytes(bias, [.. Bias.SelectMany(BitConverter.GetBytes)]);
        project.Run("--input", $"bias={bias}", "--input", data, $"--output-dir={folder}", "--threads", $"{threads}", "--bench", "50").Succeeded();
        var result = NpyFile.Read(Path.Combine(folder, "out_sum_0.npy"));
        Assert.Equal([1, 64], result.Shape.ToArray());
        Assert.Equal(Expected, result.Span<float>().ToArray());
    }

    [Fact]
    public void BothMachinesMakeTheSameInputs() =>
        Assert.Equal(programs.X64.Run().Succeeded().Output.Split(':')[0], programs.Arm64.Run().Succeeded().Output.Split(':')[0]);

    [Fact]
    public void TopNamesTheLargestElements()
    {
        var project = programs.X64;
        string labels = project["labels.txt"];
        File.WriteAllLines(labels, Enumerable.Range(0, 64).Select(i => $"label {i}"));
        NpyFile.Write(project["top.npy"], Tensor.Of(Shape.Of(64, 16), Data));
        File.WriteAllBytes(project["top.bin"], [.. Bias.SelectMany(BitConverter.GetBytes)]);
        string output = project.Run("--input", project["top.npy"], "--input", project["top.bin"], "--top", "2", "--labels", labels).Succeeded().Output;
        Assert.Matches(@"^1\s+63\s+1310\s+label 63\n2\s+62\s+1277\s+label 62\n$", output);
    }

    [Fact]
    public void BenchProfileAndInfoAreLinesForPeople()
    {
        string bench = programs.X64.Run("--bench", "5", "--warmup", "2", "--profile").Succeeded().Output;
        Assert.Matches(@"^inferences: 5 after 2 of warm-up, threads: 1, ms: min \d+\.\d{3} median \d+\.\d{3} max \d+\.\d{3}\n", bench);
        Assert.Matches(@"\nscale\s+scale_f32\s+1024\s+\d+\.\d\s+\d+\.\d%\s+\d+\.\d\d\n", bench);
        string info = programs.X64.Run("--info").Succeeded().Output;
        Assert.Contains("data f32[64,16]", info);
        Assert.Contains("weights:    128 bytes", info);
        Assert.Contains("--bench N", programs.X64.Run("--help").Succeeded().Output);
    }

    [Theory]
    [InlineData("--bogus", "unknown option '--bogus'; --help lists the options")]
    [InlineData("--bench 0", "--bench takes a whole number from 1 on, not '0'")]
    [InlineData("--bench", "--bench needs a value")]
    [InlineData("--warmup 3", "--warmup needs --bench")]
    [InlineData("--top 3x", "--top takes a whole number from 1 on, not '3x'")]
    [InlineData("--input nothing.npy", "cannot open input file 'nothing.npy': No such file or directory")]
    [InlineData("--input image=nothing.npy", "cannot open input file 'image=nothing.npy': No such file or directory; the inputs are named 'data', 'bias'")]
    [InlineData("--input data=good.npy", "input 'bias' has no file; give --input bias=FILE with i32[64]")]
    [InlineData("--input data=good.npy --input data=good.npy", "input 'data' is given twice")]
    [InlineData("--input good.npy --input good.npy", "input 'bias' (good.npy): has elements of type '<f4' instead of '<i4'; expected i32[64]")]
    [InlineData("--input shape.npy", "input 'data' (shape.npy): has shape (16,64,); expected f32[64,16]")]
    [InlineData("--input short.bin", "input 'data' (short.bin): is no .npy file and has 100 bytes instead of 4096; expected f32[64,16]")]
    [InlineData("--input cut.npy", "input 'data' (cut.npy): holds 96 bytes of data instead of 4096; expected f32[64,16]")]
    [InlineData("--input damaged.npy", "input 'data' (damaged.npy): has a damaged .npy header; expected f32[64,16]")]
    public void MistakesAreOneClearLine(string arguments, string expected)
    {
        var project = programs.X64;
        lock (programs)
        {
            NpyFile.Write(project["good.npy"], Tensor.Of(Shape.Of(64, 16), Data));
            NpyFile.Write(project["shape.npy"], Tensor.Of(Shape.Of(16, 64), Data));
            File.WriteAllBytes(project["short.bin"], new byte[100]);
            byte[] good = File.ReadAllBytes(project["good.npy"]);
            File.WriteAllBytes(project["cut.npy"], good[..(good.Length - 4000)]);
            File.WriteAllBytes(project["damaged.npy"], [.. good[..20], .. new byte[4000]]);
        }

        var run = project.Run(arguments.Split(' '));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal($"error: {expected}\n", run.Error);
    }
}
