using System.IO.Enumeration;
using CompileModel.Diagnostics;

namespace CompileModel.Quantization;

/// <summary>Finds nodes by what a user wrote: a name, or a pattern with * and ?.</summary>
public static class NodeNames
{
    /// <summary>How many names a message lists.</summary>
    private const int Listed = 5;

    /// <summary>The names that patterns mean.</summary>
    /// <param name="patterns">Each means at least one name.</param>
    /// <param name="names">All there are.</param>
    /// <param name="file">For messages.</param>
    /// <exception cref="CompilationException">CM5001: a pattern means none; lists the nearest.</exception>
    public static IReadOnlySet<string> Find(IReadOnlyList<string> patterns, IReadOnlyList<string> names, string file)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (string pattern in patterns)
        {
            // A name may hold such characters itself.
            string[] meant = [.. names.Where(n => n == pattern)];
            if (meant.Length == 0) meant = [.. names.Where(n => FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), n, ignoreCase: false))];
            if (meant.Length == 0)
                throw new CompilationException(DiagnosticCodes.BadOption, $"no convolution or matrix product is called '{pattern}'", new(file), $"the nearest names: {string.Join(", ", names.OrderBy(n => Distance(n, pattern)).Take(Listed))}");
            found.UnionWith(meant);
        }
        return found;
    }

    /// <summary>How many characters must be put in, taken out or replaced.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            (int corner, row[0]) = (row[0], i);
            for (int j = 1; j <= b.Length; j++) (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
