using System.Reflection;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Passes;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.House;

/// <summary>Everything has a test: passes, kernel templates and diagnostic codes are found by reflection and looked for in the tests' sources.</summary>
public class CoverageTests
{
    private static readonly Lazy<string> Tests = new(() =>
        string.Join('\n', Repository.Sources("tests").Where(f => !f.Contains("/House/", StringComparison.Ordinal)).Select(File.ReadAllText)));

    [Fact]
    public void EveryPassHasATest() =>
        Rules.Hold(Implementations(typeof(IPass)).Where(n => !Tests.Value.Contains(n, StringComparison.Ordinal)).Select(n => $"no test speaks of the pass {n}"));

    [Fact]
    public void EveryKernelTemplateHasATest() =>
        Rules.Hold(Implementations(typeof(KernelTemplate)).Where(n => !Tests.Value.Contains(n, StringComparison.Ordinal)).Select(n => $"no test speaks of the kernel template {n}"));

    [Fact]
    public void EveryDiagnosticHasATest()
    {
        var codes = typeof(DiagnosticCodes).GetFields().Where(f => f.IsLiteral).Select(f => (f.Name, Code: (string)f.GetValue(null)!)).ToArray();
        Rules.Hold(codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key} is used twice"));
        Rules.Hold(codes.Where(c => !Tests.Value.Contains(c.Code, StringComparison.Ordinal) && !Tests.Value.Contains($"DiagnosticCodes.{c.Name}", StringComparison.Ordinal))
            .Select(c => $"no test expects {c.Code} {c.Name}"));
    }

    [Fact]
    public void TheRegistryListsEveryOperator() =>
        Assert.Equal(Implementations(typeof(Operator)).Where(n => n != nameof(KernelCall)), OperatorRegistry.All.Select(t => t.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Implementations(Type type) =>
        type.Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableFrom(t)).Select(t => t.Name).Order(StringComparer.Ordinal);
}
