using CompileModel.Diagnostics;
using CompileModel.Publish;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Publish;

/// <summary>Executables are made, are small, and are the same whoever makes them.</summary>
public class PublisherTests
{
    [Theory]
    [InlineData("neon")]
    [InlineData("avx2")]
    [InlineData("avx512")]
    public void TheExecutableIsSmallAndRuns(string isa)
    {
        using var project = new FixtureProject(isa == "neon" ? FixtureProject.CortexA53 : isa == "avx2" ? FixtureProject.X64V3 : FixtureProject.X64V4, isa);
        var steps = new List<string>();
        var result = project.Publish(new Reports(steps));
        Assert.Equal(["C# to IL", "IL to machine code", "linking"], steps);
        Assert.InRange(result.Bytes, 10_000, 50_000);
        string output = project.Run("--top", "1", "--threads", "2").Succeeded().Output;
        Assert.Matches(@"^1\s+\d+\s+\d", output);
    }

    [Fact]
    public void TwoFoldersGiveTheSameBytesAndSoDoesDotnetBuild()
    {
        using var first = new FixtureProject(FixtureProject.CortexA53, "neon");
        using var second = new FixtureProject(FixtureProject.CortexA53, "neon");
        byte[] published = File.ReadAllBytes(first.Publish().Executable);
        Assert.Equal(published, File.ReadAllBytes(second.Publish().Executable));

        using var third = new FixtureProject(FixtureProject.CortexA53, "neon");
        string output = Command.Run("dotnet", ["build", "--nologo", "-v:m"], third.Folder).Succeeded().Output;
        Assert.DoesNotContain(": warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(published, File.ReadAllBytes(Path.Combine(third.Folder, "bin", "fixture")));
    }

    [Fact]
    public void TheDotnetFlavorIsAnOrdinaryLibraryAndProgram()
    {
        using var project = new FixtureProject(FixtureProject.X64V3, "avx2");
        string output = Command.Run("dotnet", ["build", "--nologo", "-v:m", "-p:Flavor=dotnet", "-p:OutputType=Exe"], project.Folder).Succeeded().Output;
        Assert.DoesNotContain(": warning", output, StringComparison.OrdinalIgnoreCase);
        string built = Path.Combine(project.Folder, "bin", "dotnet");
        Assert.True(File.Exists(Path.Combine(built, "weights.o")));
        project.Publish();

        // Weights may be a link.
        File.Move(Path.Combine(built, "weights.o"), Path.Combine(built, "elsewhere.o"));
        File.CreateSymbolicLink(Path.Combine(built, "weights.o"), "elsewhere.o");
        Assert.Equal(project.Run("--top", "5").Succeeded().Output, Command.Run("dotnet", [Path.Combine(built, "fixture.dll"), "--top", "5", "--threads", "2"]).Succeeded().Output);
    }

    [Fact]
    public void AMissingToolIsNamedWithTheCommandThatInstallsIt()
    {
        using var project = new FixtureProject(FixtureProject.CortexA53, "neon");
        Environment.SetEnvironmentVariable(Toolchain.MuslVariable, project["nowhere"]);
        try
        {
            var thrown = Assert.Throws<CompilationException>(() => project.Publish());
            var diagnostic = Assert.Single(thrown.Diagnostics);
            Assert.Equal(DiagnosticCodes.ToolMissing, diagnostic.Code);
            Assert.Contains("apt-get install -y musl-dev:arm64", diagnostic.Hint);
            Assert.False(Directory.Exists(Path.Combine(project.Folder, "bin")));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Toolchain.MuslVariable, null);
        }
    }

    [Fact]
    public void AToolThatFailsIsQuotedAndNothingIsLeftBehind()
    {
        using var project = new FixtureProject(FixtureProject.X64V3, "avx2");
        File.AppendAllText(Path.Combine(project.Folder, "Model.g.cs"), "class Broken {");
        var thrown = Assert.Throws<CompilationException>(() => project.Publish());
        Assert.Equal(DiagnosticCodes.ToolFailed, Assert.Single(thrown.Diagnostics).Code);
        Assert.Contains("Model.g.cs", thrown.Message);
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "bin")));
    }

    private sealed class Reports(List<string> titles) : IProgress<PublishStep>
    {
        public void Report(PublishStep value) => titles.Add(value.Title);
    }
}
