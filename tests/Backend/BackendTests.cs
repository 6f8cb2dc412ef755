using System.Text;
using CompileModel.Cli;
using CompileModel.Cli.Verification;
using CompileModel.Diagnostics;
using CompileModel.Targets;
using CompileModel.Tests.Compiled;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Backend;

/// <summary>
/// ONNX's backend cases, compiled and run: all cases of an opset that compile share one program. What becomes of each case is in the ledger
/// (Snapshots/backend.verified.txt), so that a change which loses or wins one shows up in review.
/// </summary>
public class BackendTests
{
    private const string Target = "x86-64-v3";

    [Fact]
    public void Ledger()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("BACKEND_LEDGER") == "1", "takes minutes; BACKEND_LEDGER=1 ./test --filter Ledger runs it");
        Assert.SkipUnless(BackendCase.All.Count > 0, "../shared is not there; the ONNX backend cases are left out");
        var outcomes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var folder = new TempFolder();
        foreach (var group in BackendCase.All.GroupBy(c => c.Model.OpsetImport.Single().Version).OrderBy(g => g.Key))
        {
            var open = group.ToList();
            foreach (bool constantOperands in (bool[])[false, true])
            {
                var compiling = open.Where(c => Compiles(c, group.Key, constantOperands, folder, outcomes)).ToList();
                foreach (var chunk in compiling.Chunk(150)) Run(chunk, group.Key, constantOperands, folder, outcomes);
                open = [.. open.Except(compiling).Where(c => c.Inputs.Count > 1)];
            }
        }
        Snapshot.Verify("backend", "txt", Text(outcomes));
    }

    private static bool Compiles(BackendCase one, long opset, bool constantOperands, TempFolder folder, SortedDictionary<string, string> outcomes)
    {
        try
        {
            var model = new BackendModel(opset, [one], constantOperands);
            ModelCompiler.Compile(Settings(model.Save(folder["model.onnx"])), new DiagnosticBag(), _ => { });
            return true;
        }
        catch (CompilationException e)
        {
            outcomes[one.Name] = e.Diagnostics[0].Code;
        }
        catch (Exception e)
        {
            outcomes[one.Name] = $"BROKEN {e.GetType().Name}: {e.Message.Split('\n')[0]}";
        }
        return false;
    }

    private static void Run(BackendCase[] cases, long opset, bool constantOperands, TempFolder folder, SortedDictionary<string, string> outcomes)
    {
        var model = new BackendModel(opset, cases, constantOperands);
        using var program = new CompiledProgram(model.Save(folder["model.onnx"]), Target);
        var outputs = program.Run(model.Inputs);
        foreach (var one in cases) outcomes[one.Name] = constantOperands ? "pass, operands constant" : "pass";
        foreach (var (name, (one, reference)) in model.Outputs)
        {
            var result = OutputComparison.Of(name, outputs[name], reference, 1e-5, 1e-3);
            if (!result.Passed) outcomes[one.Name] = $"DIFFERS in {result.Mismatches} of {reference.Count} elements of {outputs[name].Type}";
        }
    }

    private static CompileSettings Settings(string path) => new(path, new(), TargetProfiles.Load(Target), "model");

    private static string Text(SortedDictionary<string, string> outcomes)
    {
        var text = new StringBuilder();
        foreach (var group in outcomes.GroupBy(o => o.Value.Split(' ', ',')[0]).OrderBy(g => g.Key, StringComparer.Ordinal)) text.Append($"{group.Count(),5} {group.Key}\n");
        text.Append('\n');
        foreach (var (name, outcome) in outcomes) text.Append($"{name}: {outcome}\n");
        return text.ToString();
    }
}
