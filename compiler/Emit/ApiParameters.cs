using CompileModel.IR;

namespace CompileModel.Emit;

/// <summary>What Run of the typed API takes, in this order: the symbols, the inputs, the outputs, without states, which the program keeps.</summary>
public sealed class ApiParameters
{
    /// <summary>The parameters for a model.</summary>
    public ApiParameters(EmitOptions options, Graph graph)
    {
        var (extents, states) = (options.Extents, options.States);
        var inputs = extents.InputsOf(graph);
        var outputs = extents.OutputsOf(graph);
        string[] names = Identifier.Parameters([.. inputs.Select(i => i.Name), .. outputs.Select(o => o.Name), .. extents.Symbols.Select(s => s.Name)]);
        Inputs = [.. inputs.Select((v, i) => new ApiTensor(i, names[i], v.Name, v.Type)).Where(t => states.All(s => s.Input != t.Index))];
        Outputs = [.. outputs.Select((o, i) => new ApiTensor(i, names[inputs.Count + i], o.Name, o.Value.Type)).Where(t => states.All(s => s.Output != t.Index))];
        Symbols = names[(inputs.Count + outputs.Count)..];
    }

    /// <summary>One name for each symbol: its extent as a number.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>Inputs.</summary>
    public IReadOnlyList<ApiTensor> Inputs { get; }

    /// <summary>Outputs.</summary>
    public IReadOnlyList<ApiTensor> Outputs { get; }

    /// <summary>The names of all, as a caller writes them.</summary>
    public IEnumerable<string> Names => [.. Symbols, .. Inputs.Concat(Outputs).Select(t => t.Parameter)];
}
