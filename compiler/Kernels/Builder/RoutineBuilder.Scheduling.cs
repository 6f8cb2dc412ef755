using CompileModel.Kernels.Scheduling;

namespace CompileModel.Kernels.Builder;

public sealed partial class RoutineBuilder
{
    private List<Statement>? _recorded;
    private bool _splitLoads;

    /// <summary>
    /// Straight-line code (no loops, no branches, no nested blocks). For a core that issues in order its statements are put into an order that hides latencies; write them
    /// so that values are made just before their first use. What is stored must not be loaded again.
    /// </summary>
    /// <param name="registers">vector registers that values written here may take</param>
    /// <param name="splitLoads">whether arithmetic is the bottleneck, so that loads should be split where that leaves more room for it</param>
    /// <param name="body">writes the statements</param>
    public void Scheduled(int registers, bool splitLoads, Action body)
    {
        if (Target.Issue.InOrder)
            Scheduled(splitLoads, body, statements => ListScheduler.Order(statements, Target.Issue, registers));
        else
            body();
    }

    /// <summary>As <see cref="Scheduled(int, bool, Action)"/>, but for any core, and what has the longest way to the end goes first, in whatever order it is written.</summary>
    /// <param name="registers">vector registers of values written here, and of those that live</param>
    /// <param name="live">vectors from before</param>
    /// <param name="body">writes the statements</param>
    public void ScheduledByPath(int registers, Func<IEnumerable<Vec>> live, Action body)
        => Scheduled(false, body, statements => ListScheduler.OrderByPath(statements, Target.Issue, registers, live().Select(v => v.Text)));

    private void Scheduled(bool splitLoads, Action body, Func<IReadOnlyList<Statement>, IEnumerable<Statement>> order)
    {
        _recorded = [];
        _splitLoads = splitLoads && Target.Issue.SplitLoads;
        body();
        var statements = _recorded;
        (_recorded, _splitLoads) = (null, false);
        foreach (var statement in order(statements))
            Line(statement.Text);
    }
}
