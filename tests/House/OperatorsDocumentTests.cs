using System.Text;
using CompileModel.Frontend;
using CompileModel.IR;
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
        text.Append("| ONNX operator | opset | IR |\n| --- | --- | --- |\n");
        foreach (var importer in Importers.All)
        {
            var name = importer.Domain.Length == 0 ? importer.OpType : $"{importer.Domain}.{importer.OpType}";
            var kind = OperatorRegistry.Find(importer.OpType) is not { } type ? "other operators" : type.IsAssignableTo(typeof(ElementwiseOperator)) ? "elementwise" : "itself";
            text.Append($"| {name} | {importer.Since} to {importer.Until} | {kind} |\n");
        }
        return text.ToString();
    }
}
