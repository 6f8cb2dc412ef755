using System.CommandLine;
using CompileModel.Diagnostics;
using CompileModel.Targets;

namespace CompileModel.Cli.Conformance;

/// <summary><c>compile-model conformance DIR|FILE.tar.gz --target CORE</c>: runs the cases of an ONNX backend-test suite.</summary>
internal static class ConformanceCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var suite = new Argument<string>("suite") { Description = "an ONNX backend-test folder, or a .tar.gz of one" };
        var target = new Option<string>("--target", "-t") { Description = "core the programs are made for", HelpName = "NAME|FILE.json", Required = true };
        var filter = new Option<string>("--filter") { Description = "only cases whose name contains this", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var ledger = new Option<string?>("--ledger") { Description = "compare with recorded outcomes; any change for the worse is an error", HelpName = "FILE" };
        var write = new Option<string?>("--write-ledger") { Description = "record the outcomes", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "print the result as JSON" };
        var command = new Command("conformance", "Compile and run ONNX backend-test cases and compare, with the tolerances of the ONNX backend runner.") { suite, target, filter, ledger, write, json };
        command.SetAction(result => Run(result.GetValue(suite)!, TargetProfiles.Load(result.GetValue(target)!), result.GetValue(filter)!, new(result.GetValue(ledger), result.GetValue(write), result.GetValue(json))));
        return command;
    }

    private sealed record Request(string? Ledger, string? WriteLedger, bool Json);

    private static int Run(string suite, TargetProfile target, string filter, Request request)
    {
        string? unpacked = null;
        try
        {
            if (File.Exists(suite)) ConformanceCase.Unpack(suite, unpacked = Directory.CreateTempSubdirectory("compile-model-").FullName);
            var cases = ConformanceCase.Find(unpacked ?? suite).Where(c => c.Name.Contains(filter, StringComparison.Ordinal)).ToArray();
            if (cases.Length == 0) throw new CompilationException(DiagnosticCodes.BadOption, $"no case contains '{filter}'");
            var outcomes = Progress.Run($"conformance on {target.Name}", progress => ConformanceRun.Run(cases, target, progress));
            Console.Out.Write(request.Json ? ConformanceReport.Json(target.Name, outcomes) : ConformanceReport.Text(target.Name, outcomes));
            if (request.WriteLedger is { } path) Ledger.Write(path, outcomes);
            var worse = request.Ledger is { } known ? Ledger.Worse(known, outcomes, filter) : [];
            foreach (string line in worse) Console.Error.WriteLine($"worse: {line}");
            bool failed = request.Ledger is null ? outcomes.Any(o => o.Verdict is Verdict.Differs or Verdict.Broken) : worse.Count > 0;
            return failed ? 1 : 0;
        }
        finally
        {
            if (unpacked is not null) Directory.Delete(unpacked, recursive: true);
        }
    }
}
