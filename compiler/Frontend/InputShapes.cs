using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>
/// Gives every graph input a static shape: from the file, from <c>--input-shape</c>, from <c>--dim</c>; an outermost dimension left open is the
/// batch and becomes 1 with a note. A symbol has one value wherever it stands.
/// </summary>
internal sealed class InputShapes(ImportOptions options, string file, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, long> symbols = new(options.Dims);
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, long> lowerBounds = new(options.LowerBounds);

    /// <summary>What the user says.</summary>
    public ImportOptions Options => options;

    /// <summary>After <see cref="Resolve"/>: the dimensions that stay open between bounds.</summary>
    public IReadOnlyList<BoundedSymbol> Symbols { get; private set; } = [];

    /// <summary>Resolves all inputs together and reports what does not fit or stays open: null for those.</summary>
    public IReadOnlyList<Shape?> Resolve(IReadOnlyList<(string Name, Shape? Shape)> inputs)
    {
        foreach (var (_, shape) in inputs) known.UnionWith((shape ?? []).Where(d => !d.IsFixed && d.Symbol != "?").Select(d => d.Symbol!));
        CheckOptions(inputs);
        var shapes = inputs.Select(i => ApplyOption(i.Name, i.Shape)).ToArray();
        AssumeBatch(inputs, shapes);
        Symbols = FindSymbols(inputs);
        return [.. shapes.Select((shape, i) => Close(inputs[i].Name, shape))];
    }

    private BoundedSymbol[] FindSymbols(IReadOnlyList<(string Name, Shape? Shape)> inputs)
    {
        var places = new List<(string Symbol, string Input, int Axis, long Low, long High)>();
        foreach (var (name, shape) in inputs)
            for (int axis = 0; axis < (shape?.Rank ?? options.InputShapes.GetValueOrDefault(name)?.Length ?? 0); axis++)
            {
                string symbol = shape?.Dims[axis].Symbol is { } s and not "?" ? s : $"{name}[{axis}]";
                if (options.InputLowerBounds.TryGetValue((name, axis), out long low)) places.Add((symbol, name, axis, low, options.InputShapes[name][axis]));
                else if (lowerBounds.TryGetValue(symbol, out low)) places.Add((symbol, name, axis, low, symbols[symbol]));
            }
        foreach (var p in places.Where(p => p.Low < 1 || p.Low >= p.High)) Bad($"the range {p.Low}..{p.High} of dimension '{p.Symbol}' must grow from at least 1");
        return [.. places.GroupBy(p => p.Symbol).Select(g => new BoundedSymbol(g.Key, (int)g.Max(p => p.Low), (int)g.First().High, [.. g.Select(p => (p.Input, p.Axis))]))];
    }

    private void CheckOptions(IReadOnlyList<(string Name, Shape? Shape)> inputs)
    {
        foreach (var (symbol, value) in options.Dims)
        {
            if (!known.Contains(symbol)) Bad($"--dim {symbol}: no input has a dimension of this name", known.Count == 0 ? "all dimensions are fixed or unnamed" : "the names are " + Sorted(known));
            if (value is < 1 or > int.MaxValue) Bad($"--dim {symbol}={value}: a dimension must be at least 1");
        }
        foreach (var (name, dims) in options.InputShapes)
        {
            if (!inputs.Any(i => i.Name == name)) Bad($"--input-shape {name}: no input has this name", "the inputs are " + Sorted(inputs.Select(i => i.Name)));
            if (dims.Any(d => d is < 1 or > int.MaxValue)) Bad($"--input-shape {name}={string.Join(',', dims)}: every dimension must be at least 1");
        }
    }

    private Shape? ApplyOption(string name, Shape? shape)
    {
        if (!options.InputShapes.TryGetValue(name, out long[]? given)) return shape;
        string text = $"--input-shape {name}={string.Join(',', given)}";
        if (shape is null) return new Shape([.. given.Select(d => (Dim)d)]);
        if (shape.Rank != given.Length)
        {
            Bad($"{text}: the input has {shape.Rank} dimensions, {shape}");
            return shape;
        }
        for (int i = 0; i < given.Length; i++)
        {
            var dim = shape.Dims[i];
            if (dim.IsFixed && dim.Value != given[i]) Bad($"{text}: dimension {i} is fixed to {dim.Value} by the model");
            if (dim.IsFixed || dim.Symbol == "?") continue;
            if (options.InputLowerBounds.TryGetValue((name, i), out long low)) lowerBounds[dim.Symbol!] = low;
            if (!symbols.TryAdd(dim.Symbol!, given[i]) && symbols[dim.Symbol!] != given[i]) Bad($"{text}: dimension '{dim.Symbol}' is {symbols[dim.Symbol!]} elsewhere");
        }
        return new Shape([.. given.Select(d => (Dim)d)]);
    }

    private void AssumeBatch(IReadOnlyList<(string Name, Shape? Shape)> inputs, Shape?[] shapes)
    {
        for (int i = 0; i < shapes.Length; i++)
        {
            if (shapes[i] is not { Rank: > 0 } shape || shape.Dims[0] is not { IsFixed: false } batch) continue;
            if (batch.Symbol == "?") shapes[i] = new Shape([1, .. shape.Dims[1..]]);
            else if (!symbols.TryAdd(batch.Symbol!, 1)) continue;
            diagnostics.Note(DiagnosticCodes.BatchAssumed, $"the batch dimension {(batch.Symbol == "?" ? "" : $"'{batch.Symbol}' ")}of input '{inputs[i].Name}' is open and becomes 1", new Location(file));
        }
    }

    private Shape? Close(string name, Shape? shape)
    {
        if (shape is null)
        {
            diagnostics.Error(DiagnosticCodes.OpenDimension, $"input '{name}' has no shape", new Location(file), $"--input-shape {name}=...");
            return null;
        }
        var closed = new Shape([.. shape.Select(d => !d.IsFixed && symbols.TryGetValue(d.Symbol!, out long value) ? value : d)]);
        foreach (string symbol in closed.Where(d => !d.IsFixed).Select(d => d.Symbol!).Distinct())
            diagnostics.Error(DiagnosticCodes.OpenDimension, $"input '{name}' {shape}: {(symbol == "?" ? "a dimension without a name" : $"dimension '{symbol}'")} has no value", new Location(file),
                symbol == "?" ? $"--input-shape {name}={string.Join(',', closed.Select(d => d.IsFixed ? d.ToString() : "N"))}" : $"--dim {symbol}=VALUE");
        if (closed.Any(d => d.Value > int.MaxValue) || closed.Where(d => d.IsFixed).Aggregate(1.0, (p, d) => p * d.Value) > int.MaxValue)
            diagnostics.Error(DiagnosticCodes.UnsupportedTensor, $"input '{name}' {closed} is too large", new Location(file));
        return closed.IsStatic ? closed : null;
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private void Bad(string message, string? hint = null) => diagnostics.Error(DiagnosticCodes.BadOption, message, new Location(file), hint);
}
