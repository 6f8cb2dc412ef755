using CompileModel.Frontend;
using CompileModel.Passes;
using CompileModel.Targets;

namespace CompileModel.Cli;

/// <summary>Everything that one compilation depends on.</summary>
/// <param name="ModelPath">The ONNX file.</param>
/// <param name="Import">Values of symbolic dimensions.</param>
/// <param name="Target">The processor.</param>
/// <param name="Name">Name of the project and the executable.</param>
/// <param name="Observer">Looks at the passes, or null.</param>
/// <param name="MaxRam">Bytes of memory that the program may take, or null; see <see cref="MemoryLimit"/>.</param>
public sealed record CompileSettings(string ModelPath, ImportOptions Import, TargetProfile Target, string Name, PassObserver? Observer = null, long? MaxRam = null)
{
    /// <summary>Outputs that are inputs of the next inference, by name.</summary>
    public IReadOnlyList<(string Output, string Input)> Stateful { get; init; } = [];

    /// <summary>Whether the model was quantised here, from the float model of the same name.</summary>
    public bool IsQuantized { get; init; }

    /// <summary>The options that shape the result, as the user would write them, in a fixed order.</summary>
    public string Text => string.Join(' ',
        Import.Dims.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"--dim {d.Key}={Extent(Import.LowerBounds, d.Key, d.Value)}")
            .Concat(Import.InputShapes.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"--input-shape {s.Key}={string.Join(',', s.Value.Select((v, axis) => Extent(Import.InputLowerBounds, (s.Key, axis), v)))}"))
            .Concat(Import.Lengths.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"--length {l.Key}={l.Value}"))
            .Concat(Import.FixedValues.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"--fix-input {f.Key}={string.Join(',', f.Value.Select(v => v.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}"))
            .Concat(MaxRam is { } limit ? [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--max-ram {limit}")] : Array.Empty<string>())
            .Concat(IsQuantized ? ["--quantize int8"] : Array.Empty<string>())
            .Concat(Stateful.Select(s => $"--stateful {s.Output}={s.Input}")));

    private static string Extent<TKey>(IReadOnlyDictionary<TKey, long> lowerBounds, TKey key, long high) => lowerBounds.TryGetValue(key, out long low) ? $"{low}..{high}" : $"{high}";
}
