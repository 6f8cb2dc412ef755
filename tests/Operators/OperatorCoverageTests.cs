using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Reference;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Operators;

/// <summary>Every operator has all its files: importer, evaluator, test.</summary>
public sealed class OperatorCoverageTests
{
    /// <summary>Operators of stage Imported whose importer has another name, and why.</summary>
    private static readonly Dictionary<string, string> OtherImporter = new()
    {
        ["ShapeOf"] = "Shape",     // Shape is a class of the IR already
        ["GroupedMatMul"] = "FlexAttention",
        ["ClassScores"] = "TreeEnsembleClassifier", // the end of all classifiers
        ["MicrosoftAttention"] = "Attention", // of the domain com.microsoft
        ["BatchNormalizationTraining"] = "BatchNormalization", // an attribute there
        ["AlignAxis"] = "Add",     // the old broadcast of all binary operators
    };

    [Fact]
    public void EveryOnnxOperatorHasAnImporter() => Rules.Hold(
        from type in OperatorRegistry.All
        where Instance(type).From == Stage.Imported && !Importers.All.Any(i => i.OpType == OtherImporter.GetValueOrDefault(type.Name, type.Name))
        select $"{type.Name} has no importer");

    [Fact]
    public void EveryOperatorThatOutlivesInferenceHasAnEvaluator() => Rules.Hold(OperatorRegistry.All.Where(t => !Evaluators.Exists(t) && !(t.IsAssignableTo(typeof(BundleOperator)) && Instance(t).Until == Stage.Imported)).Select(t => $"{t.Name} has no evaluator"));

    [Fact]
    public void EveryOperatorHasATest()
    {
        string tests = string.Join('\n', Repository.Sources("tests/Operators").Select(File.ReadAllText));
        Rules.Hold(OperatorRegistry.All.Where(t => !tests.Contains($"new {t.Name}(", StringComparison.Ordinal) && !tests.Contains($"new IR.Operators.{t.Name}(", StringComparison.Ordinal))
            .Select(t => $"no test in tests/Operators evaluates {t.Name}"));
    }

    [Fact]
    public void EveryImporterHasItsOwnFile() => Rules.Hold(
        Importers.All.Select(i => i.GetType().Name).Where(n => !File.Exists(Repository.At("compiler", "Frontend", "Operators", n + ".cs"))).Select(n => $"the importer {n} has no file of its name"));

    private static Operator Instance(Type type) => (Operator)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
}
