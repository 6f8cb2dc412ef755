using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary>The compiler as a .NET tool: packed, installed into a folder, run on a model.</summary>
public class ToolPackageTests
{
    [Fact]
    public void TheInstalledToolInspectsAModel()
    {
        using var folder = new TempFolder();
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        Command.Run("dotnet", ["pack", Repository.At("compiler", "Compiler.csproj"), "--no-build", "-c", configuration, "-o", folder["packages"], "-v", "quiet", "--nologo"]).Succeeded();
        Command.Run("dotnet", ["tool", "install", "compile-model", "--tool-path", folder["tools"], "--source", folder["packages"]], folder.Path).Succeeded();
        Assert.NotEmpty(Directory.GetFiles(folder["tools"], "Program.cs", SearchOption.AllDirectories));

        var model = new OnnxModelBuilder();
        model.Output(model.Node("Relu", [model.Input("x", 1, 3)]));
        var inspected = Command.Run(folder["tools/compile-model"], ["inspect", model.Save(folder["model.onnx"])]).Succeeded();
        Assert.Contains("Relu", inspected.Output, StringComparison.Ordinal);
    }
}
