using System.CommandLine;
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
            return Root().Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false });
        }
        catch (BenchException e)
        {
            Console.Error.WriteLine("bench: " + e.Message);
        }
        catch (CompilationException e)
        {
            foreach (var diagnostic in e.Diagnostics) Console.Error.WriteLine(diagnostic);
        }
        return 1;
    }

    /// <summary>The command tree.</summary>
    internal static RootCommand Root() => new("Measures what compile-model makes, beside other engines.")
    {
        GenerateCommand.Create(),
        CyclesCommand.Create(),
    };
}
