using System.CommandLine;
using CompileModel.Diagnostics;

namespace CompileModel.Cli;

/// <summary>The compile-model command.</summary>
public static class Program
{
    /// <summary>Entry point; returns the exit code: 0, or 1 after an error was printed.</summary>
    public static int Main(string[] args) => Guard(() => Root().Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false }));

    /// <summary>The command tree.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand("Compiles ONNX models to standalone ahead-of-time programs for embedded Linux on Arm.")
        {
            CompileCommand.Create(),
            VerifyCommand.Create(),
            InspectCommand.Create(),
            Quantizing.QuantizeReportCommand.Create(),
            Conformance.ConformanceCommand.Create(),
            ExplainCommand.Create(),
        };
        foreach (var command in ListCommands.Create()) root.Subcommands.Add(command);
        return root;
    }

    /// <summary>Runs a command and turns what it throws into diagnostics on standard error.</summary>
    internal static int Guard(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (CompilationException e)
        {
            foreach (var diagnostic in e.Diagnostics) Console.Error.WriteLine(diagnostic);
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("COMPILE_MODEL_DEBUG") is null)
        {
            string dump = "";
            if (e is InternalCompilerException { Dump: { } text })
            {
                dump = Path.Combine(Path.GetTempPath(), $"compile-model-{Environment.ProcessId}.ir.txt");
                File.WriteAllText(dump, text);
                dump = $"; the graph is in {dump}";
            }
            Console.Error.WriteLine(new Diagnostic(DiagnosticCodes.Internal, Severity.Error, $"{e.GetType().Name}: {e.Message.Replace('\n', ' ')}{dump}",
                Hint: "this is a defect of the compiler; set COMPILE_MODEL_DEBUG=1 for the stack trace and report it with the model"));
        }
        return 1;
    }
}
