using System.CommandLine;
using CompileModel.Cli.Verification;

namespace CompileModel.Cli;

/// <summary><c>compile-model verify MODEL --target CORE --test-data DIR</c>: compiles, runs, compares with the reference outputs.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new CompileOptions();
        var data = new Option<string>("--test-data") { Description = "folder with input_N.pb and output_N.pb, or with test_data_set_* folders (default: beside the model)", HelpName = "DIR" };
        var atol = new Option<double>("--atol") { Description = "absolute tolerance", DefaultValueFactory = _ => 1e-4 };
        var rtol = new Option<double>("--rtol") { Description = "relative tolerance", DefaultValueFactory = _ => 1e-4 };
        var threads = new Option<int>("--threads") { Description = "threads of the program", DefaultValueFactory = _ => 1 };
        var command = new Command("verify", "Compile a model, run it on test data and compare: |ours - reference| <= atol + rtol * |reference|.") { data, atol, rtol, threads };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var settings = options.Settings(result);
            string folder = result.GetValue(data) ?? Path.GetDirectoryName(Path.GetFullPath(settings.ModelPath))!;
            return VerifyRun.Run(settings, folder, new(result.GetValue(atol), result.GetValue(rtol), result.GetValue(threads), result.GetValue(options.Json)));
        });
        return command;
    }
}
