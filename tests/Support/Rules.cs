namespace CompileModel.Tests.Support;

/// <summary>Rules about the repository itself.</summary>
internal static class Rules
{
    /// <summary>Fails with every exception to a rule, one a line.</summary>
    public static void Hold(IEnumerable<string> exceptions)
    {
        var all = exceptions.Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
