using System.CommandLine;
using CompileModel.Bench.Models;

namespace CompileModel.Bench.Cli;

/// <summary><c>bench generate NAME... -o DIR</c>: writes networks as ONNX files.</summary>
internal static class GenerateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("networks") { Description = "names; default: the five architectures", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--output", "-o") { Description = "folder", HelpName = "DIR", DefaultValueFactory = _ => ModelFolder.Path };
        var command = new Command("generate", "Write networks with seeded weights as ONNX files.") { names, output };
        command.SetAction(r =>
        {
            string[] wanted = r.GetValue(names) is { Length: > 0 } some ? some : [.. Networks.Names];
            foreach (string name in wanted)
            {
                var network = Networks.Create(name);
                Console.Out.WriteLine(FormattableString.Invariant($"{OnnxWriter.WriteOnce(network, r.GetValue(output)!)}  {network.Macs / 1e6:F1} million multiply-accumulates"));
            }
            return 0;
        });
        return command;
    }
}
