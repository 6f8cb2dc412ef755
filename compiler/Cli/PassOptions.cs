using System.CommandLine;
using CompileModel.Diagnostics;
using CompileModel.Passes;

namespace CompileModel.Cli;

/// <summary>Options for looking inside: what the passes did, and how long they took.</summary>
internal sealed class PassOptions
{
    private readonly Option<string[]> print = new("--print-ir-after") { Description = "print the graph after a pass that changed it, or after 'all'; repeatable", HelpName = "PASS|all", DefaultValueFactory = _ => [] };
    private readonly Option<string?> stop = new("--stop-after") { Description = "stop after the first run of a pass and print the graph", HelpName = "PASS" };
    private readonly Option<bool> time = new("--time-passes") { Description = "print the time of each pass" };

    private readonly Option<string?> why = new("--why-kernel") { Description = "print what was weighed for a node, with predicted costs, and the pick: its name, its number, or 'all'", HelpName = "NODE" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(print);
        command.Options.Add(stop);
        command.Options.Add(time);
        command.Options.Add(why);
    }

    /// <summary>The observer that the user asked for, or null.</summary>
    public PassLog? Observer(ParseResult result)
    {
        var after = result.GetValue(print)!.ToHashSet();
        string? last = result.GetValue(stop);
        foreach (string name in after.Append(last).OfType<string>().Where(n => n != "all" && !Pipeline.Names.Contains(n)))
            throw new CompilationException(DiagnosticCodes.BadOption, $"no pass is named '{name}'", hint: $"passes: {string.Join(", ", Pipeline.Names)}");
        string? node = result.GetValue(why);
        return after.Count > 0 || last is not null || node is not null || result.GetValue(time) ? new(after, last, result.GetValue(time), node) : null;
    }
}
