using CompileModel.Kernels.Builder;
using CompileModel.Targets;

namespace CompileModel.Kernels.Scheduling;

/// <summary>
/// Orders straight-line statements for a core that issues in program order: each cycle takes the first statements, in the given order, whose operands are ready and whose
/// unit is free, so that loads run ahead of their use as far as registers allow. The order given must be one that needs few registers.
/// </summary>
internal sealed class ListScheduler
{
    // How far statements are pulled forward, and cycles from a load or an insertion to its use.
    private const int Horizon = 120, LoadLatency = 5, HalfLatency = 4, ShortLatency = 2;

    // Registers that loads leave alone, so that sums can begin.
    private const int ForArithmetic = 2;

    private readonly IReadOnlyList<Statement> _statements;
    private readonly StatementFlow _flow;
    private readonly IssueFacts _issue;
    private readonly int _registers;
    private readonly int[] _issuedAt, _accesses, _paths;
    private int _live, _loadsFree;

    private ListScheduler(IReadOnlyList<Statement> statements, IssueFacts issue, int registers, IEnumerable<string> live, bool isByPath)
    {
        (_statements, _issue, _registers, _flow) = (statements, issue, registers, new StatementFlow(statements, live));
        _issuedAt = new int[statements.Count];
        Array.Fill(_issuedAt, -1);
        _accesses = [.. _flow.Accesses];
        _live = _flow.LiveAtEntry;
        _paths = new int[statements.Count];
        if (isByPath)
            MeasurePaths();
    }

    /// <summary>The statements in their new order.</summary>
    /// <param name="statements">straight-line code</param>
    /// <param name="issue">the core</param>
    /// <param name="registers">vector registers that values written here may take</param>
    public static IEnumerable<Statement> Order(IReadOnlyList<Statement> statements, IssueFacts issue, int registers)
        => new ListScheduler(statements, issue, registers, [], false).Run().Select(i => statements[i]);

    /// <summary>The statements in an order that takes those first whose results are waited for longest.</summary>
    /// <param name="statements">straight-line code</param>
    /// <param name="issue">the core</param>
    /// <param name="registers">vector registers that values written here and those of <paramref name="live"/> may take</param>
    /// <param name="live">vectors from before</param>
    public static IEnumerable<Statement> OrderByPath(IReadOnlyList<Statement> statements, IssueFacts issue, int registers, IEnumerable<string> live)
        => new ListScheduler(statements, issue, registers, live, true).Run().Select(i => statements[i]);

    private IReadOnlyList<int> Run()
    {
        List<int> order = [];
        var oldest = 0;
        for (var cycle = 0; order.Count < _statements.Count; cycle++)
        {
            bool arithmetic = false, wide = false;
            for (var slot = 0; slot < _issue.Width; slot++)
            {
                while (oldest < _statements.Count && _issuedAt[oldest] >= 0)
                    oldest++;
                var next = -1;
                foreach (var i in Enumerable.Range(oldest, Math.Min(Horizon, _statements.Count - oldest)))
                {
                    if ((next < 0 || _paths[i] > _paths[next]) && CanIssue(i, oldest, cycle, arithmetic, wide))
                        next = i;
                }
                if (next < 0)
                    break;
                Issue(next, cycle);
                order.Add(next);
                arithmetic |= IsArithmetic(_statements[next].Kind);
                wide |= _issue.SplitLoads && _statements[next].Kind == StatementKind.Load;
            }
        }
        return order;
    }

    // Cycles from the issue of each statement to that of the last one that waits for it.
    private void MeasurePaths()
    {
        for (var i = _statements.Count - 1; i >= 0; i--)
        {
            foreach (var (before, forResult) in _flow.Waits[i])
                _paths[before] = Math.Max(_paths[before], _paths[i] + (forResult ? Latency(before, i) : 0));
        }
    }

    private bool CanIssue(int i, int oldest, int cycle, bool arithmetic, bool wide)
    {
        if (_issuedAt[i] >= 0)
            return false;
        var kind = _statements[i].Kind;
        if (IsArithmetic(kind) && (arithmetic || wide) || kind == StatementKind.Load && _issue.SplitLoads && arithmetic)
            return false;
        if (UsesMemory(kind) && _loadsFree > cycle)
            return false;
        if (_flow.Starts[i] > 0 && i != oldest && _live + _flow.Starts[i] - _flow.Touches[i].Count(value => _accesses[value] == 1) > _registers - (IsArithmetic(kind) ? 0 : ForArithmetic))
            return false;
        return _flow.Waits[i].All(w => _issuedAt[w.Statement] >= 0 && (!w.ForResult || _issuedAt[w.Statement] + Latency(w.Statement, i) <= cycle));
    }

    private void Issue(int i, int cycle)
    {
        _issuedAt[i] = cycle;
        _live += _flow.Starts[i];
        _live -= _flow.Touches[i].Count(value => --_accesses[value] == 0);
        var kind = _statements[i].Kind;
        if (UsesMemory(kind))
            _loadsFree = cycle + (kind == StatementKind.Load ? (int)Math.Ceiling(1 / _issue.LoadsPerCycle) : 1);
    }

    private static bool UsesMemory(StatementKind kind) => kind is StatementKind.Load or StatementKind.HalfLoad or StatementKind.IntegerLoad or StatementKind.Store;

    private static bool IsArithmetic(StatementKind kind) => kind is StatementKind.Arithmetic or StatementKind.ShortArithmetic or StatementKind.MultiplyAdd;

    private int Latency(int from, int to) => (_statements[from].Kind, _statements[to].Kind) switch
    {
        (StatementKind.Load, _) => LoadLatency,
        (StatementKind.HalfLoad or StatementKind.IntegerLoad or StatementKind.Insert, _) => HalfLatency,
        (StatementKind.Integer, _) => 1,
        (StatementKind.ShortArithmetic, _) => ShortLatency,
        // The accumulator is forwarded between multiply-adds only.
        (StatementKind.MultiplyAdd, not StatementKind.MultiplyAdd) when _issue.SplitLoads => 2 * _issue.FmaLatency,
        _ => _issue.FmaLatency,
    };
}
