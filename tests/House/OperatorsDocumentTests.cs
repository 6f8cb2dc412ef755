using System.Text;
using CompileModel.Cli.Conformance;
using CompileModel.Frontend;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.House;

/// <summary>docs/OPERATORS.md is written from the code; a stale one fails. <c>UPDATE_SNAPSHOTS=1 ./test --filter OperatorsDocument</c> renews it.</summary>
public class OperatorsDocumentTests
{
    [Fact]
    public void IsUpToDate()
    {
        var path = Repository.At("docs", "OPERATORS.md");
        var text = Text();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
    }

    private static string Text()
    {
        var text = new StringBuilder();
        text.Append("# Operators\n\nWritten from the code by tests/House/OperatorsDocumentTests.cs. `compile-model inspect MODEL --target CORE` says what of a model is not compiled.\n\n");
        text.Append("Cases are those of the ONNX backend tests with the operator as recorded in tests/Snapshots/conformance.txt; types and kernels are those of the cases with this operator alone\n"
            + "(scalar: at least one case has a kernel without vector instructions, for its type or its form).\n\n");
        text.Append("| ONNX operator | opset | types | kernel | cases passed |\n| --- | --- | --- | --- | --- |\n");
        var ledger = Ledger.Read(Repository.At("tests", "Snapshots", "conformance.txt"));
        foreach (var importer in Importers.All)
        {
            var name = importer.Domain.Length == 0 ? importer.OpType : $"{importer.Domain}.{importer.OpType}";
            var cases = ledger.Where(e => e.Operators.Contains(name)).ToArray();
            var alone = cases.Where(e => e.Operators.Count == 1).ToArray();
            var types = string.Join(' ', alone.SelectMany(e => e.Types).Distinct().Order(StringComparer.Ordinal));
            var kernels = string.Join(", ", alone.Select(e => e.Kernel).Where(k => k is not (null or KernelKind.None)).Distinct().OrderDescending().Select(k => k.ToString()!.ToLowerInvariant()));
            text.Append($"| {name} | {importer.Since} to {importer.Until} | {types} | {kernels} | {(cases.Length == 0 ? "" : $"{cases.Count(e => e.Verdict == Verdict.Pass)} of {cases.Length}")} |\n");
        }
        return text.ToString();
    }
}
