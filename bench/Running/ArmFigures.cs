using System.Text.Json;
using CompileModel.Bench.Cycles;
using CompileModel.Bench.Models;
using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Running;

/// <summary>What an engine's program does on a core, by the model.</summary>
/// <param name="Cycles">Modelled cycles of one inference.</param>
/// <param name="Instructions">Its instructions.</param>
/// <param name="FirstMisses">Misses of the first data cache; null when they were not simulated.</param>
/// <param name="SecondMisses">Misses of the second cache.</param>
/// <param name="StartInstructions">Instructions before the first inference.</param>
public sealed record ArmFigures(double Cycles, long Instructions, long? FirstMisses, long? SecondMisses, long StartInstructions)
{
    /// <summary>Counts up whenever the plugin, the timing or the drivers change what comes out.</summary>
    private const string Version = "1";

    /// <summary>Measures one engine; a peer's figures are kept, since neither it nor the model changes.</summary>
    public static ArmFigures Of(IEngine engine, Network network, Core core, bool caches)
    {
        if (engine is OwnEngine) return Measure(engine, network, core, caches);
        string file = Cache.Once(Cache.At("bench", "figures-" + Version, $"{engine.Title} {network.Name} {core.Profile.Name}{(caches ? " caches" : "")}.json".Replace(' ', '-')),
            path => File.WriteAllText(path, JsonSerializer.Serialize(Measure(engine, network, core, caches))));
        return JsonSerializer.Deserialize<ArmFigures>(File.ReadAllText(file))!;
    }

    private static ArmFigures Measure(IEngine engine, Network network, Core core, bool caches)
    {
        var profile = new QemuProfiler(core, caches).Profile(engine.Prepare(network, core.Profile));
        var inference = profile.Inference;
        (long?, long?) misses = caches ? (inference.FirstMisses, inference.SecondMisses) : (null, null);
        return new(CycleEstimate.Of(core, profile).Cycles, inference.Instructions, misses.Item1, misses.Item2, profile.StartInstructions);
    }
}
