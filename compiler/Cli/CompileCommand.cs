using System.CommandLine;
using CompileModel.Cli.Quantizing;

namespace CompileModel.Cli;

/// <summary><c>compile-model compile MODEL --target CORE -o DIR</c>: writes the C# project and builds the executable.</summary>
internal static class CompileCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new CompileOptions();
        var quantize = new QuantizeOptions();
        var output = new Option<string>("--output", "-o") { Description = "folder of the project; the executable is DIR/bin/NAME", HelpName = "DIR", Required = true };
        var sourcesOnly = new Option<bool>("--sources-only") { Description = "write the project and do not build it" };
        var map = new Option<bool>("--map") { Description = "print where every value lies in memory" };
        var symbols = new Option<bool>("--keep-symbols") { Description = "leave the names of kernels in the executable, for perf and objdump" };
        var command = new Command("compile", "Compile a model to a C# project and an executable.") { output, sourcesOnly, map, symbols };
        options.AddTo(command);
        quantize.AddTo(command);
        command.SetAction(result => CompileRun.Run(options.Settings(result), result.GetValue(output)!, new(
            Build: !result.GetValue(sourcesOnly), Map: result.GetValue(map), KeepSymbols: result.GetValue(symbols), Json: result.GetValue(options.Json), quantize.Request(result))));
        return command;
    }
}
