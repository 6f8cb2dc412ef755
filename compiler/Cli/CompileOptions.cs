using System.CommandLine;
using CompileModel.Diagnostics;
using CompileModel.Targets;

namespace CompileModel.Cli;

/// <summary>The options that shape a compilation; <c>compile</c> and <c>verify</c> take the same.</summary>
internal sealed class CompileOptions
{
    private readonly ModelOptions model = new();
    private readonly PassOptions passes = new();

    private Option<string> Target { get; } = new("--target", "-t") { Description = "core the program is made for (see list-targets), or a profile file", HelpName = "NAME|FILE.json", Required = true };

    private Option<string?> Name { get; } = new("--name") { Description = "name of the project and the executable (default: the file name)" };

    private Option<string?> MaxRam { get; } = new("--max-ram") { Description = "memory that the program may take, its weights included; convolutions become slower and smaller to keep it", HelpName = "SIZE" };

    private Option<string[]> Stateful { get; } = new("--stateful")
    {
        Description = "the program keeps output OUT as input IN of the next inference, zeros at first; repeatable", HelpName = "OUT=IN", DefaultValueFactory = _ => [],
    };

    /// <summary>Machine-readable output.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "print the result as JSON" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        model.AddTo(command);
        command.Options.Add(Target);
        command.Options.Add(Name);
        command.Options.Add(MaxRam);
        command.Options.Add(Stateful);
        command.Options.Add(Json);
        passes.AddTo(command);
    }

    /// <summary>The settings that the user asked for.</summary>
    public CompileSettings Settings(ParseResult result)
    {
        string path = result.GetValue(model.Model)!;
        string name = result.GetValue(Name) ?? Path.GetFileNameWithoutExtension(path);
        if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.')) || name.StartsWith('-') || name.StartsWith('.'))
            throw new CompilationException(DiagnosticCodes.BadOption, $"'{name}' cannot be the name of a project", hint: "give one of letters, digits, '_', '-' and '.' with --name");
        return new(path, model.Import(result), TargetProfiles.Load(result.GetValue(Target)!), name, passes.Observer(result), result.GetValue(MaxRam) is { } limit ? MemoryLimit.Parse(limit) : null)
        {
            Stateful = StateOptions.Parse(result.GetValue(Stateful)!),
        };
    }
}
