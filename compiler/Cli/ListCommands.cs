using System.CommandLine;
using CompileModel.Frontend;
using CompileModel.Passes;
using CompileModel.Targets;

namespace CompileModel.Cli;

/// <summary><c>list-targets</c>, <c>list-operators</c>, <c>list-passes</c>: what the tool knows, one line each.</summary>
internal static class ListCommands
{
    /// <summary>The commands.</summary>
    public static IEnumerable<Command> Create() =>
    [
        List("list-targets", "Print the targets.", () => TargetProfiles.Names.Select(n => TargetProfiles.Load(n) is var p ? $"{n,-14} {p.Description}" : n)),
        List("list-operators", "Print the ONNX operators that are read, with the operator sets.", () => Importers.All.Select(i => $"{(i.Domain.Length == 0 ? "" : i.Domain + ".")}{i.OpType,-26} {i.Since}..{i.Until}")),
        List("list-passes", "Print the passes in order.", () => Pipeline.Groups.SelectMany(g => g.Passes.Select(p => $"{p.Name,-28} {g.Name}"))),
    ];

    private static Command List(string name, string description, Func<IEnumerable<string>> lines)
    {
        var command = new Command(name, description);
        command.SetAction(_ =>
        {
            foreach (string line in lines()) Console.Out.WriteLine(line);
            return 0;
        });
        return command;
    }
}
