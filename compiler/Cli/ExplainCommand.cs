using System.CommandLine;
using CompileModel.Diagnostics;

namespace CompileModel.Cli;

/// <summary><c>compile-model explain CM3002</c>: what a diagnostic means and what to do about it.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var code = new Argument<string?>("code") { Description = "a code such as CM3002; all codes when left out", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Print what a diagnostic means and what to do about it.") { code };
        command.SetAction(result => Run(result.GetValue(code)));
        return command;
    }

    private static int Run(string? code)
    {
        if (code is null)
        {
            foreach (var (known, text) in Explanations.All) Console.Out.WriteLine($"{known}  {text.Title}");
            return 0;
        }
        if (!Explanations.All.TryGetValue(code.ToUpperInvariant(), out var found))
            throw new CompilationException(DiagnosticCodes.BadOption, $"there is no diagnostic {code}", hint: "compile-model explain lists all");
        Console.Out.WriteLine($"{code.ToUpperInvariant()}: {found.Title}\n\n{found.Meaning}\n\nWhat to do: {found.Remedy}");
        return 0;
    }
}
