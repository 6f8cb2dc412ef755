using System.Globalization;
using CompileModel.Diagnostics;

namespace CompileModel.Quantization.Samples;

/// <summary>The right class of each sample: a text file with an index a line in the order of the samples, or lines <c>name,label</c>.</summary>
public static class Labels
{
    /// <summary>Reads labels.</summary>
    /// <param name="path">The file; empty lines and those that begin with <c>#</c> do not count.</param>
    /// <param name="samples">Names of the samples; a line may name one with or without folder and extension.</param>
    /// <returns>A class index for each sample.</returns>
    /// <exception cref="CompilationException">CM4008: the file cannot be read or does not fit the samples.</exception>
    public static IReadOnlyList<int> Read(string path, IReadOnlyList<string> samples)
    {
        var lines = Lines(path).Index().Select(l => (Number: l.Index + 1, Text: l.Item.Trim())).Where(l => l.Text.Length > 0 && l.Text[0] != '#').ToArray();
        if (!lines.Any(l => l.Text.Contains(',')))
        {
            if (lines.Length != samples.Count) throw Bad(path, $"{lines.Length} labels for {samples.Count} samples");
            return [.. lines.Select(l => Index(path, l.Number, l.Text))];
        }
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (sample, i) in samples.Select((s, i) => (s, i)))
            foreach (string name in (string[])[sample, Path.GetFileName(sample), Path.GetFileNameWithoutExtension(sample)])
                if (!byName.TryAdd(name, i) && byName[name] != i) byName[name] = -1;
        var result = new int?[samples.Count];
        foreach (var (number, text) in lines)
        {
            int comma = text.LastIndexOf(',');
            if (comma < 0) throw Bad(path, $"line {number} '{text}' is not of the form name,label");
            string name = text[..comma].Trim();
            if (!byName.TryGetValue(name, out int sample)) throw Bad(path, $"line {number}: there is no sample '{name}'");
            if (sample < 0) throw Bad(path, $"line {number}: several samples are called '{name}'");
            if (result[sample] is not null) throw Bad(path, $"line {number}: a second label for '{name}'");
            result[sample] = Index(path, number, text[(comma + 1)..].Trim());
        }
        int missing = Array.IndexOf(result, null);
        return missing < 0 ? [.. result.Select(r => r!.Value)] : throw Bad(path, $"no label for '{samples[missing]}'");
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Bad(path, e.Message);
        }
    }

    private static int Index(string path, int line, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : throw Bad(path, $"line {line}: '{text}' is no class index");

    private static CompilationException Bad(string path, string message) => new(DiagnosticCodes.BadLabels, message, new(path), "a class index for each sample in the order of their names, or lines name,label");
}
