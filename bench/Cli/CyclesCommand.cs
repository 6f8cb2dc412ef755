using System.CommandLine;
using CompileModel.Bench.Cycles;
using CompileModel.Bench.Models;
using CompileModel.Bench.Report;
using CompileModel.Bench.Running;
using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Cli;

/// <summary><c>bench cycles WHAT --core CORE</c>: where the modelled cycles of one inference go, by function and by block.</summary>
internal static class CyclesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var what = new Argument<string>("what")
        {
            Description = "a program that compile made (with --keep-symbols, to see functions), an ONNX file, or a network's name: " + string.Join(", ", Networks.Names) + ", conv1x1-56-64-256, ...",
        };
        var cores = new Option<string[]>("--core", "-c")
        {
            Description = "cores to time it for", DefaultValueFactory = _ => ["cortex-a53"], AllowMultipleArgumentsPerToken = true, HelpName = "CORE",
        };
        var top = new Option<int>("--top") { Description = "functions to print", DefaultValueFactory = _ => 20, HelpName = "N" };
        var blocks = new Option<int>("--blocks") { Description = "blocks to print with their code; for in-order cores with the cycle in which each instruction issues", HelpName = "N" };
        var int8 = new Option<bool>("--int8") { Description = "the network with integers of 8 bits" };
        var noCaches = new Option<bool>("--no-caches") { Description = "do not simulate caches; some times as quick" };
        var command = new Command("cycles", "Modelled cycles of one inference of an arm64 program, by function.") { what, cores, top, blocks, int8, noCaches };
        command.SetAction(r =>
        {
            foreach (string name in r.GetValue(cores)!)
            {
                var core = Core.Of(name);
                var program = Program(r.GetValue(what)!, core, r.GetValue(int8));
                var estimate = CycleEstimate.Of(core, new QemuProfiler(core, !r.GetValue(noCaches)).Profile(program));
                CycleTables.Print(estimate, program.Program, r.GetValue(top), r.GetValue(blocks));
            }
            return 0;
        });
        return command;
    }

    private static Runnable Program(string what, Core core, bool isQuantized)
    {
        if (what.EndsWith(".onnx", StringComparison.Ordinal)) return OwnEngine.Compile(what, core.Profile);
        if (File.Exists(what)) return new(what, [], [], new FileInfo(what).Length);
        return new OwnEngine(isQuantized).Prepare(Networks.Create(what), core.Profile);
    }
}
