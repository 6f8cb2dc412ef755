using CompileModel.Cli;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Passes;
using CompileModel.Targets;
using CompileModel.Tests.Compiled;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.House;

/// <summary>Everything has a test: passes and diagnostic codes are looked for in the tests' sources, kernel templates in what the compiled cases are lowered to.</summary>
public class CoverageTests
{
    private static readonly Lazy<string> Tests = new(() =>
        string.Join('\n', Repository.Sources("tests").Where(f => !f.Contains("/House/", StringComparison.Ordinal)).Select(File.ReadAllText)));

    /// <summary>Codes that no test can bring about, each with the reason.</summary>
    private static readonly Dictionary<string, string> OutOfReach = new()
    {
        [DiagnosticCodes.VerificationFailed] = "a compiled program that crashes is a defect, not a situation",
    };

    [Fact]
    public void EveryPassHasATest() =>
        Rules.Hold(Implementations(typeof(IPass)).Where(n => !Tests.Value.Contains(n, StringComparison.Ordinal)).Select(n => $"no test speaks of the pass {n}"));

    [Fact]
    public void EveryKernelTemplateIsReachedByACompiledCase()
    {
        using var folder = new TempFolder();
        var cases = OperatorCase.Join(ElementwiseCases.All.Concat(MovementCases.All).Concat(ArithmeticCases.All).Concat(RecurrentCases.All).Concat(QuantizedCases.All).Concat(MicrosoftCases.All).Concat(LearningCases.All));
        var settings = new CompileSettings(cases.Save(folder["model.onnx"]), new(), TargetProfiles.Load("x86-64-v3"), "model");
        var used = ModelCompiler.Compile(settings, new DiagnosticBag(), _ => { })!.Calls.Select(c => c.Template.GetType().Name).ToHashSet();
        Rules.Hold(Implementations(typeof(KernelTemplate)).Where(n => !used.Contains(n) && !Tests.Value.Contains(n, StringComparison.Ordinal)).Select(n => $"no compiled case, and no test, uses the kernel template {n}"));
    }

    [Fact]
    public void EveryDiagnosticHasATest()
    {
        var codes = typeof(DiagnosticCodes).GetFields().Where(f => f.IsLiteral).Select(f => (f.Name, Code: (string)f.GetValue(null)!)).ToArray();
        Rules.Hold(codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key} is used twice"));
        Rules.Hold(codes.Where(c => !OutOfReach.ContainsKey(c.Code) && !Tests.Value.Contains(c.Code, StringComparison.Ordinal) && !Tests.Value.Contains($"DiagnosticCodes.{c.Name}", StringComparison.Ordinal))
            .Select(c => $"no test expects {c.Code} {c.Name}"));
    }

    [Fact]
    public void TheRegistryListsEveryOperator() =>
        Assert.Equal(Implementations(typeof(Operator)).Where(n => n != nameof(KernelCall)), OperatorRegistry.All.Select(t => t.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Implementations(Type type) =>
        type.Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableFrom(t)).Select(t => t.Name).Order(StringComparer.Ordinal);
}
