using System.CommandLine;
using CompileModel.Bench.Running;
using CompileModel.Diagnostics;

namespace CompileModel.Bench.Cli;

/// <summary>The bench command.</summary>
internal static class Program
{
    /// <summary>Entry point; returns the exit code: 0, or 1 after an error was printed.</summary>
    public static int Main(string[] args)
    {
        try
        {
            return Root(args).Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false });
        }
        catch (BenchException e)
        {
            Console.Error.WriteLine("bench: " + e.Message);
        }
        catch (CompilationException e)
        {
            foreach (var diagnostic in e.Diagnostics) Console.Error.WriteLine(diagnostic);
        }
        finally
        {
            OwnEngine.Clear();
        }
        return 1;
    }

    /// <summary>The command tree; the root compares.</summary>
    internal static RootCommand Root(IReadOnlyList<string> args)
    {
        var root = new RootCommand("Measures what compile-model makes beside other engines: wall time here, modelled cycles on Arm cores, memory, size, start.");
        var options = new CompareOptions();
        options.AddTo(root);
        root.SetAction(result => CompareRun.Run(options.Request(result), args));
        root.Subcommands.Add(CyclesCommand.Create());
        root.Subcommands.Add(GenerateCommand.Create());
        return root;
    }
}
