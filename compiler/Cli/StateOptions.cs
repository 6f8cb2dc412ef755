using CompileModel.Diagnostics;
using CompileModel.Emit;
using CompileModel.IR;
using CompileModel.Passes.Bounded;

namespace CompileModel.Cli;

/// <summary>The option <c>--stateful OUT=IN</c>: names of an output and of the input that takes it at the next inference.</summary>
internal static class StateOptions
{
    /// <summary>Splits the texts at the last '='.</summary>
    /// <exception cref="CompilationException">CM5001: one is not of the form OUT=IN.</exception>
    public static IReadOnlyList<(string Output, string Input)> Parse(IEnumerable<string> texts) => [.. texts.Select(text =>
    {
        int at = text.LastIndexOf('=');
        if (at <= 0 || at == text.Length - 1) throw new CompilationException(DiagnosticCodes.BadOption, $"--stateful {text} is not of the form OUT=IN", hint: "name an output and the input that takes it at the next inference");
        return (text[..at], text[(at + 1)..]);
    })];

    /// <summary>Finds the tensors in a graph; <paramref name="extents"/> are those of its dimensions that are known at run time only.</summary>
    /// <exception cref="CompilationException">CM5001: a name is not there or taken twice, or the types differ.</exception>
    public static IReadOnlyList<StateLink> Resolve(Graph graph, RuntimeExtents extents, IReadOnlyList<(string Output, string Input)> names, string file)
    {
        var links = new List<StateLink>();
        foreach (var (output, input) in names)
        {
            int from = graph.Outputs.Select(o => o.Name).ToList().IndexOf(output), to = graph.Inputs.Select(i => i.Name).ToList().IndexOf(input);
            if (from < 0) throw Bad($"the model has no output '{output}'", $"its outputs are {string.Join(", ", graph.Outputs.Select(o => $"'{o.Name}'"))}");
            if (to < 0) throw Bad($"the model has no input '{input}'", $"its inputs are {string.Join(", ", graph.Inputs.Select(i => $"'{i.Name}'"))}");
            var (given, taken) = (graph.Outputs[from].Value.Type, graph.Inputs[to].Type);
            if (given != taken) throw Bad($"output '{output}' is {given}, input '{input}' is {taken}", "a state has one type");
            if (extents.Symbols.Count > 0 && extents.Input(graph.Inputs[to]).Any(s => s >= 0)) throw Bad($"input '{input}' has an open dimension", "a state has a fixed shape: fix the dimension with --dim");
            if (links.Any(l => l.Input == to || l.Output == from)) throw Bad($"'{output}' or '{input}' is part of another state", "an output is one state at most");
            links.Add(new(to, from));
        }
        return links;

        CompilationException Bad(string message, string hint) => new(DiagnosticCodes.BadOption, $"--stateful: {message}", new(file), hint);
    }
}
