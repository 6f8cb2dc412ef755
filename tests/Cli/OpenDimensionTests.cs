using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary>Programs whose dimensions are known at run time only: shapes come from the files, shapes go into the files.</summary>
public class OpenDimensionTests : IClassFixture<OpenDimensionTests.Program>
{
    private readonly Program program;

    public OpenDimensionTests(Program program) => this.program = program;

    /// <summary>y = softmax(x) and all = 2 x joined to itself, over 2 to 6 columns; compiled once.</summary>
    public sealed class Program : IDisposable
    {
        internal TempFolder Folder { get; } = new();

        internal string Path => Folder["out/bin/open"];

        public Program()
        {
            var model = new OnnxModelBuilder();
            string x = model.SymbolicInput("x", 2, "columns");
            model.RawNode("Softmax", [x], ["y"], ("axis", 1));
            model.RawNode("Add", [x, x], ["twice"]);
            model.RawNode("Concat", [x, "twice"], ["all"], ("axis", 1));
            model.Output("y");
            model.Output("all");
            model.Save(Folder["open.onnx"]);
            Command.CompileModel(["compile", Folder["open.onnx"], "--target", "x86-64-v3", "--dim", "columns=2..6", "-o", Folder["out"]]).Succeeded();
        }

        public void Dispose() => Folder.Dispose();
    }

    [Theory, InlineData(2), InlineData(3), InlineData(6)]
    public void ShapesFollowTheInput(int columns)
    {
        float[] data = [.. Enumerable.Range(0, 2 * columns).Select(i => (float)i)];
        NpyFile.Write(program.Folder["x.npy"], Tensor.Of([2, columns], data));
        File.WriteAllBytes(program.Folder["x.bin"], Tensor.Of([2, columns], data).Bytes.ToArray());
        foreach (string file in (string[])["x.npy", "x.bin"])
        {
            Run("--input", program.Folder[file], "--output-dir", program.Folder["results"]).Succeeded();
            var (y, all) = (NpyFile.Read(program.Folder["results/y.npy"]), NpyFile.Read(program.Folder["results/all.npy"]));
            Assert.Equal(Shape.Of(2, columns), y.Shape);
            Assert.Equal(Shape.Of(2, 2 * columns), all.Shape);
            for (int row = 0; row < 2; row++)
            {
                Assert.Equal(1, Enumerable.Range(0, columns).Sum(i => y.AsDouble(row * columns + i)), 1e-6);
                for (int i = 0; i < 2 * columns; i++) Assert.Equal(i < columns ? data[row * columns + i] : 2 * data[row * columns + i - columns], all.AsDouble(row * 2 * columns + i));
            }
        }
    }

    [Fact]
    public void TheReadmeCallsTheApiAsItIs()
    {
        string readme = File.ReadAllText(program.Folder["out/README.md"]), api = File.ReadAllText(program.Folder["out/Api.g.cs"]);
        Assert.Contains("model.Run(columns, x, y, all);", readme);
        Assert.Contains("public void Run(int columns, ReadOnlySpan<float> x, Span<float> y, Span<float> all)", api);
    }

    [Fact]
    public void WithoutFilesTheExtentIsTheLargestOrTheOneGiven()
    {
        Assert.Contains("y f32[2,6]", Run().Succeeded().Output);
        Assert.Contains("y f32[2,4]", Run("--dim", "columns=4").Succeeded().Output);
    }

    [Theory]
    [InlineData("columns=7", "is not between 2 and 6")]
    [InlineData("columns=x", "is not between 2 and 6")]
    [InlineData("rows=3", "is not NAME=VALUE of a dimension that is open")]
    public void AnExtentOutsideOfTheBoundsIsRefused(string dimension, string message) => Refuses(message, "--dim", dimension);

    [Fact]
    public void AFileOutsideOfTheBoundsIsRefused()
    {
        NpyFile.Write(program.Folder["wide.npy"], Tensor.Zeros(ElementType.Float32, [2, 7]));
        Refuses("has shape (2,7,)", "--input", program.Folder["wide.npy"]);
        NpyFile.Write(program.Folder["other.npy"], Tensor.Zeros(ElementType.Float32, [3, 4]));
        Refuses("has shape (3,4,)", "--input", program.Folder["other.npy"]);
        File.WriteAllBytes(program.Folder["odd.bin"], new byte[2 * 4 * 3 + 4]);
        Refuses("instead of", "--input", program.Folder["odd.bin"]);
    }

    [Fact]
    public void InfoNamesTheBounds() => Assert.Contains("columns from 2 to 6", Run("--info").Succeeded().Output);

    [Theory]
    [InlineData("columns=6..2")]
    [InlineData("columns=0..2")]
    [InlineData("columns=2..")]
    public void RangesThatAreNoneAreRefused(string dimension)
    {
        var command = Command.CompileModel(["compile", program.Folder["open.onnx"], "--target", "x86-64-v3", "--dim", dimension, "-o", program.Folder["never"]]);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("CM5001", command.Error);
        Assert.False(Directory.Exists(program.Folder["never"]));
    }

    private Command Run(params string[] arguments) => Command.Run(program.Path, arguments);

    private void Refuses(string message, params string[] arguments)
    {
        var command = Run(arguments);
        Assert.Equal(1, command.ExitCode);
        Assert.True(command.Error.Contains(message, StringComparison.Ordinal), command.Error);
    }
}
