using System.Text.RegularExpressions;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Scheduling;

/// <summary>
/// What straight-line statements need of each other: for each, the earlier ones it waits for, and the life of the vectors that are written among them.
/// Memory that is stored to is taken to be read by nothing else, stores keep their order.
/// </summary>
internal sealed partial class StatementFlow
{
    private readonly Dictionary<string, int> _writer = new(StringComparer.Ordinal), _life = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _readers = new(StringComparer.Ordinal);
    private readonly List<int> _accesses = [];

    /// <summary>Analyzes statements in their given order.</summary>
    /// <param name="statements">the statements</param>
    /// <param name="live">vectors from before whose lives count too</param>
    public StatementFlow(IReadOnlyList<Statement> statements, IEnumerable<string> live)
    {
        Waits = [.. statements.Select(_ => new List<(int, bool)>())];
        Touches = [.. statements.Select(_ => new List<int>())];
        Starts = new int[statements.Count];
        var vectors = statements.Where(s => IsVector(s.Kind)).SelectMany(s => Written(s.Text)).Concat(live).ToHashSet(StringComparer.Ordinal);
        var lastStore = -1;
        for (var i = 0; i < statements.Count; i++)
        {
            var written = Written(statements[i].Text);
            var read = Read(statements[i].Text, written);
            foreach (var name in read)
            {
                if (_writer.TryGetValue(name, out var from))
                    Waits[i].Add((from, true));
                Touch(i, name, vectors);
                (_readers.TryGetValue(name, out var list) ? list : _readers[name] = []).Add(i);
            }
            foreach (var name in written)
            {
                // The name is free once its former value has been read.
                if (_readers.Remove(name, out var readers))
                    Waits[i].AddRange(readers.Where(r => r != i).Select(r => (r, false)));
                if (_writer.TryGetValue(name, out var before) && !read.Contains(name))
                    Waits[i].Add((before, false));
                if (!read.Contains(name) && vectors.Contains(name))
                {
                    _life.Remove(name);
                    Starts[i]++;
                }
                Touch(i, name, vectors);
                _writer[name] = i;
            }
            if (statements[i].Kind != StatementKind.Store)
                continue;
            if (lastStore >= 0)
                Waits[i].Add((lastStore, false));
            lastStore = i;
        }
        // What is written last may be read behind these statements.
        foreach (var name in _life.Keys.Where(n => _writer.TryGetValue(n, out var w) && !_readers.ContainsKey(n)))
            _accesses[_life[name]]++;
    }

    /// <summary>For each statement the earlier ones it waits for, and whether for their result (else only for their turn).</summary>
    public IReadOnlyList<List<(int Statement, bool ForResult)>> Waits { get; }

    /// <summary>For each statement the vector values it reads or writes.</summary>
    public IReadOnlyList<List<int>> Touches { get; }

    /// <summary>For each statement how many vector values begin to live with it.</summary>
    public int[] Starts { get; }

    /// <summary>For each vector value how many statements touch it; one more when it lives on.</summary>
    public IReadOnlyList<int> Accesses => _accesses;

    /// <summary>Vector values that live before the first statement.</summary>
    public int LiveAtEntry { get; private set; }

    private void Touch(int statement, string name, HashSet<string> vectors)
    {
        if (!vectors.Contains(name))
            return;
        if (!_life.TryGetValue(name, out var value))
        {
            value = _life[name] = _accesses.Count;
            _accesses.Add(0);
            if (Starts[statement] == 0)
                LiveAtEntry++;
        }
        if (Touches[statement].Contains(value))
            return;
        Touches[statement].Add(value);
        _accesses[value]++;
    }

    private static bool IsVector(StatementKind kind) => kind is not (StatementKind.Integer or StatementKind.IntegerLoad or StatementKind.Store);

    private static IReadOnlyList<string> Written(string text)
    {
        var match = Target().Match(text);
        return match.Success ? [.. match.Groups["name"].Captures.Select(c => c.Value)] : [];
    }

    private static HashSet<string> Read(string text, IReadOnlyList<string> written)
    {
        var match = Target().Match(text);
        var names = Names().Matches(match.Success ? text[(match.Index + match.Length)..] : text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        if (match.Groups["update"].Success)
            names.UnionWith(written);
        return names;
    }

    [GeneratedRegex(@"^(?:(?:var|nint|long) )?(?:(?<name>[A-Za-z_]\w*)|\((?<name>\w+), (?<name>\w+)\)) (?:=|(?<update>[-+]=)) ")]
    private static partial Regex Target();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Names();
}
