using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>The statements of an operation that takes several of them.</summary>
/// <param name="unique">Makes a name for a local.</param>
internal sealed class StatementList(Func<string, string> unique)
{
    private readonly List<(string Text, StatementKind Kind)> statements = [];

    /// <summary>All so far, in order.</summary>
    public IReadOnlyList<(string Text, StatementKind Kind)> Statements => statements;

    /// <summary>Adds a local and returns its name.</summary>
    public string Let(string hint, string value, StatementKind kind = StatementKind.Arithmetic)
    {
        string local = unique(hint);
        statements.Add(($"var {local} = {value};", kind));
        return local;
    }

    /// <summary>Adds a store.</summary>
    public void Store(string text) => statements.Add((text, StatementKind.Store));
}
