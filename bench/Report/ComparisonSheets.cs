using System.Globalization;
using CompileModel.Bench.Models;
using CompileModel.Bench.Running;

namespace CompileModel.Bench.Report;

/// <summary>The tables of a comparison.</summary>
internal sealed class ComparisonSheets(Comparison comparison, IReadOnlyList<string> cores, IReadOnlyList<int> threads)
{
    private const string None = "";

    /// <summary>All tables that have rows.</summary>
    public IReadOnlyList<Sheet> All()
    {
        string[] architectures = [.. comparison.Networks.Select(n => n.Name).Where(Networks.Names.Contains)];
        string[] layers = [.. comparison.Networks.Select(n => n.Name).Except(architectures)];
        Sheet[] sheets = [Cycles(architectures), Ratios(architectures), Layers(layers), WallTime(architectures.Concat(layers)), Footprints(architectures)];
        return [.. sheets.Where(s => s.Rows.Count > 0)];
    }

    private Sheet Cycles(IEnumerable<string> names)
    {
        var sheet = new Sheet("Modelled million cycles of one inference, one thread", 2,
            ["model", "engine", .. cores, "instructions M", "L1D misses M", "L2 misses M", "instructions before the first inference"]);
        Rows(sheet, names, (network, engine) =>
        {
            var on = cores.Select(c => comparison.Arm.GetValueOrDefault((network, engine, c))).ToArray();
            var counted = comparison.Arm.GetValueOrDefault((network, engine, Comparison.CacheCore)) ?? on.FirstOrDefault(f => f is not null);
            if (counted is null) return null;
            return [.. on.Select(f => Millions(f?.Cycles)), Text($"{counted.Instructions / 1e6:F0}"), Fine(counted.FirstMisses), Fine(counted.SecondMisses), Text($"{counted.StartInstructions:N0}")];
        });
        return sheet;
    }

    /// <summary>Ours as a part of the best peer's, for each core, with the geometric mean.</summary>
    private Sheet Ratios(IReadOnlyList<string> names)
    {
        var sheet = new Sheet("Modelled cycles of compile-model, as a part of the best peer's in this table", 1, ["model", .. cores]);
        var logarithms = new List<double>();
        foreach (string name in names)
        {
            double?[] ratios = [.. cores.Select(c => Ratio(name, c))];
            if (ratios.All(r => r is null)) continue;
            logarithms.AddRange(ratios.Where(r => r is not null).Select(r => Math.Log(r!.Value)));
            sheet.Rows.Add([Networks.Title(name), .. ratios.Select(r => r is null ? None : Text($"{r:F2}"))]);
        }
        if (logarithms.Count > 0) sheet.Rows.Add(["geometric mean of all", Text($"{Math.Exp(logarithms.Average()):F3}"), .. cores.Skip(1).Select(_ => None)]);
        return sheet;
    }

    private double? Ratio(string network, string core)
    {
        double[] all = [.. comparison.Engines.Select(e => comparison.Arm.GetValueOrDefault((network, e.Name, core))?.Cycles ?? double.NaN)];
        return double.IsNaN(all[0]) || all.Skip(1).All(double.IsNaN) ? null : all[0] / all.Skip(1).Where(c => !double.IsNaN(c)).Min();
    }

    private Sheet Layers(IEnumerable<string> names)
    {
        var sheet = new Sheet("Multiply-accumulates a modelled cycle, single layers (direct convolution's count)", 2, ["layer", "engine", .. cores]);
        var macs = comparison.Networks.ToDictionary(n => n.Name, n => n.Macs);
        Rows(sheet, names, (network, engine) =>
        {
            var on = cores.Select(c => comparison.Arm.GetValueOrDefault((network, engine, c))).ToArray();
            return on.All(f => f is null) ? null : [.. on.Select(f => f is null ? None : Text($"{macs[network] / f.Cycles:F2}"))];
        });
        return sheet;
    }

    private Sheet WallTime(IEnumerable<string> names)
    {
        var sheet = new Sheet("Wall time on this machine in ms: least / median", 2,
            ["model", "engine", .. threads.Select(t => Text($"{t} thread{(t == 1 ? "" : "s")}")), .. threads.Skip(1).Select(t => Text($"speed-up of {t} threads"))]);
        Rows(sheet, names, (network, engine) =>
        {
            var on = threads.Select(t => comparison.Wall.GetValueOrDefault((network, engine, t))).ToArray();
            return on.Any(t => t is null) ? null : [.. on.Select(t => Text($"{t!.Min:F2} / {t.Median:F2}")), .. on.Skip(1).Select(t => Text($"{on[0]!.Min / t!.Min:F2}"))];
        });
        return sheet;
    }

    private Sheet Footprints(IEnumerable<string> names)
    {
        var sheet = new Sheet("On this machine, besides inferences", 2, ["model", "engine", "program without weights, KB", "resident memory at most, MB", "start, ms"]);
        Rows(sheet, names, (network, engine) => comparison.Footprints.GetValueOrDefault((network, engine)) is not { } f ? null
            : [Text($"{f.Bytes / 1024.0:N0}"), Text($"{f.PeakKilobytes / 1024.0:F1}"), Text($"{f.StartMilliseconds:F1}")]);
        return sheet;
    }

    /// <summary>A row for every network and engine that has figures.</summary>
    private void Rows(Sheet sheet, IEnumerable<string> names, Func<string, string, IReadOnlyList<string>?> figures)
    {
        foreach (string name in names)
        {
            string title = Networks.Title(name);
            foreach (var engine in comparison.Engines)
            {
                if (figures(name, engine.Name) is not { } row) continue;
                sheet.Rows.Add([title, engine.Title, .. row]);
                title = None;
            }
        }
    }

    private static string Millions(double? value) => value is null ? None : Text($"{value / 1e6:F1}");

    private static string Fine(long? value) => value is null ? None : Text($"{value / 1e6:F2}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
