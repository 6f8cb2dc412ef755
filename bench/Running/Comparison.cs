using CompileModel.Bench.Cycles;
using CompileModel.Bench.Models;
using CompileModel.Targets;

namespace CompileModel.Bench.Running;

/// <summary>Ours and the peers on some networks: everything that the tables show.</summary>
/// <param name="engines">Ours first.</param>
/// <param name="networks">The networks.</param>
/// <param name="log">Hears what is being done.</param>
public sealed class Comparison(IReadOnlyList<IEngine> engines, IReadOnlyList<Network> networks, Action<string> log)
{
    /// <summary>The core whose caches are simulated when there is no time for all.</summary>
    public const string CacheCore = "cortex-a72";

    private readonly HashSet<(string, string)> told = [];

    /// <summary>Modelled cycles by network, engine and core.</summary>
    public Dictionary<(string Network, string Engine, string Core), ArmFigures> Arm { get; } = [];

    /// <summary>Wall time by network, engine and number of threads.</summary>
    public Dictionary<(string Network, string Engine, int Threads), InferenceTimes> Wall { get; } = [];

    /// <summary>Size, memory, start on this machine by network and engine.</summary>
    public Dictionary<(string Network, string Engine), Footprint> Footprints { get; } = [];

    /// <summary>The networks.</summary>
    public IReadOnlyList<Network> Networks { get; } = networks;

    /// <summary>Ours and the peers.</summary>
    public IReadOnlyList<IEngine> Engines { get; } = engines;

    /// <summary>Times all networks for a core.</summary>
    /// <param name="name">The core.</param>
    /// <param name="allCaches">Whether caches are simulated on cores other than <see cref="CacheCore"/> too.</param>
    public void MeasureArm(string name, bool allCaches)
    {
        var core = Core.Of(name);
        foreach (var (network, engine) in Pairs(core.Profile))
        {
            log($"{network.Name}, {engine.Title}, {name}");
            Arm[(network.Name, engine.Name, name)] = ArmFigures.Of(engine, network, core, allCaches || name == CacheCore);
        }
    }

    /// <summary>Measures wall time, size, memory and start on this machine.</summary>
    /// <param name="timer">How often.</param>
    /// <param name="threads">Numbers of threads.</param>
    public void MeasureHost(PairedTimer timer, IReadOnlyList<int> threads)
    {
        const int starts = 5;
        var host = TargetProfiles.Host();
        foreach (var group in Pairs(host).GroupBy(p => p.Network))
        {
            log($"{group.Key.Name}, this machine");
            var programs = group.Select(p => (p.Engine.Name, Program: p.Engine.Prepare(p.Network, host))).ToArray();
            foreach (int t in threads)
            {
                var times = timer.Run([.. programs.Select(p => p.Program)], t);
                for (int i = 0; i < programs.Length; i++) Wall[(group.Key.Name, programs[i].Name, t)] = times[i];
            }
            foreach (var (engine, program) in programs) Footprints[(group.Key.Name, engine)] = Footprint.Of(program, starts);
        }
    }

    private IEnumerable<(Network Network, IEngine Engine)> Pairs(TargetProfile target)
    {
        var present = Engines.Where(e => e.Missing(target) is not { } reason || Skip(e, target, reason)).ToArray();
        return from network in Networks from engine in present where engine.Takes(network) select (network, engine);
    }

    private bool Skip(IEngine engine, TargetProfile target, string reason)
    {
        if (told.Add((engine.Name, reason))) log($"{engine.Title} is left out for {target.Name}: {reason}");
        return false;
    }
}
