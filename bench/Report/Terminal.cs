using Spectre.Console;

namespace CompileModel.Bench.Report;

/// <summary>Standard output for tables: as wide as they are when it is no terminal, so that scripts get whole lines.</summary>
internal static class Terminal
{
    private const int Wide = 500;

    /// <summary>The console.</summary>
    public static IAnsiConsole Console()
    {
        bool file = System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(System.Console.Out), ColorSystem = file ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
        if (file) console.Profile.Width = Wide;
        return console;
    }
}
