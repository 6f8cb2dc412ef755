using System.CommandLine;
using CompileModel.Bench.Cycles;
using CompileModel.Bench.Models;
using CompileModel.Bench.Peers;
using CompileModel.Bench.Running;

namespace CompileModel.Bench.Cli;

/// <summary>What to compare.</summary>
internal sealed class CompareOptions
{
    private readonly Option<string[]> models = Names("--models", "networks and single layers; 'networks' is the five architectures, 'layers' the layers of the layer table", ["networks", "layers"]);
    private readonly Option<string[]> targets = Names("--targets", "cores to model, and 'host' for wall time on this machine", [.. Core.Table, "host"]);
    private readonly Option<string[]> peers = Names("--peers", "engines beside compile-model, or 'none'", [.. Engines.Peers.Select(p => p.Name)]);
    private readonly Option<bool> quick = new("--quick") { Description = "a first impression: SqueezeNet and MobileNetV2, Cortex-A72 and this machine, few rounds" };
    private readonly Option<bool> caches = new("--caches") { Description = "simulate the caches of every core, not of Cortex-A72 alone" };
    private readonly Option<bool> int8 = new("--int8") { Description = "programs of 8-bit integers, beside the same ones with floats and ONNX Runtime with integers; --peers has no effect" };
    private readonly Option<int> rounds = new("--rounds") { Description = "how often each program runs for its wall time", DefaultValueFactory = _ => 7, HelpName = "N" };
    private readonly Option<string?> markdown = new("--markdown") { Description = "write the tables to this file too, each section between its marks", HelpName = "FILE" };

    /// <summary>The networks by name, aliases resolved.</summary>
    public static IReadOnlyList<Network> Resolve(IEnumerable<string> names) =>
        [.. names.SelectMany(n => n switch { "networks" => Networks.Names, "layers" => SingleLayer.Table, _ => [n] }).Distinct().Select(Networks.Create)];

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[models, targets, peers, quick, int8, caches, rounds, markdown]) command.Options.Add(option);
    }

    /// <summary>What the user asked for.</summary>
    public CompareRun.Request Request(ParseResult result)
    {
        bool few = result.GetValue(quick);
        string[] Values(Option<string[]> option, string[] whenQuick) => few && result.GetResult(option) is null or { Implicit: true } ? whenQuick : result.GetValue(option)!;
        string[] wanted = Values(targets, [Bench.Running.Comparison.CacheCore, "host"]);
        return new(
            Resolve(Values(models, ["squeezenet", "mobilenetv2"])),
            [.. wanted.Where(t => t != "host")],
            wanted.Contains("host"),
            result.GetValue(int8) ? [new OwnEngine(isQuantized: true), .. Engines.QuantizedPeers] : [new OwnEngine(), .. result.GetValue(peers)!.Where(p => p != "none").Select(Engines.Peer)],
            result.GetValue(int8) ? "-int8" : "",
            result.GetValue(caches), few ? 3 : result.GetValue(rounds), result.GetValue(markdown));
    }

    private static Option<string[]> Names(string name, string description, string[] values) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => values, HelpName = "NAME" };
}
