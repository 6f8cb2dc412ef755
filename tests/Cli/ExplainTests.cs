using CompileModel.Diagnostics;

namespace CompileModel.Tests.Cli;

/// <summary>Every diagnostic has an explanation, and none is about a code that does not exist.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void EveryCodeIsExplained() =>
        Assert.Equal(typeof(DiagnosticCodes).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetValue(null)!).Order(StringComparer.Ordinal), Explanations.All.Keys);

    [Fact]
    public void AnExplanationSaysWhatToDo() => Assert.All(Explanations.All.Values, e => Assert.True(e.Title.Length > 5 && e.Meaning.EndsWith('.') && e.Remedy.EndsWith('.')));
}
