using System.Globalization;
using CompileModel.Bench.Models;
using CompileModel.Bench.Running;

namespace CompileModel.Bench.Report;

/// <summary>The tables of a comparison.</summary>
internal sealed class ComparisonSheets(Comparison comparison, IReadOnlyList<string> cores, IReadOnlyList<int> threads)
{
    private const string None = "";

    /// <summary>The tables that have rows, by section: modelled, on this machine, and single layers.</summary>
    public IReadOnlyList<(string Section, IReadOnlyList<Sheet> Sheets)> All()
    {
        string[] architectures = [.. comparison.Networks.Select(n => n.Name).Where(Networks.Names.Contains)];
        string[] layers = [.. comparison.Networks.Select(n => n.Name).Except(architectures)];
        IReadOnlyList<Sheet> Filled(params Sheet[] sheets) => [.. sheets.Where(s => s.Rows.Count > 0)];
        var sections = new[]
        {
            ("networks", Filled(Cycles(architectures), Ratios("Modelled cycles", architectures, CoreColumns()))),
            ("host", Filled(WallTime(architectures), Ratios("Least wall time", architectures, ThreadColumns()), Footprints(architectures))),
            ("layers", Filled(Layers(layers))),
        };
        return [.. sections.Where(s => s.Item2.Count > 0)];
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
            string[] counts = [Text($"{counted.Instructions / 1e6:F0}"), Fine(counted.FirstMisses), Fine(counted.SecondMisses), Text($"{counted.StartInstructions:N0}")];
            return [.. on.Select(f => Millions(f?.Cycles)), .. counts];
        });
        return sheet;
    }

    /// <summary>Ours as a part of the best peer's, with geometric means: of each column, and of all together.</summary>
    private Sheet Ratios(string what, IReadOnlyList<string> names, (string Title, Func<string, string, double?> Of)[] figures)
    {
        var sheet = new Sheet($"{what} of compile-model as a part of the best peer's in this table", 1, ["model", .. figures.Select(f => f.Title)]);
        var all = names.ToDictionary(n => n, n => figures.Select(f => Ratio(f.Of, n)).ToArray());
        foreach (string name in names.Where(n => all[n].Any(r => r is not null))) sheet.Rows.Add([Networks.Title(name), .. all[name].Select(Share)]);
        if (sheet.Rows.Count < 2) return sheet;
        sheet.Rows.Add(["geometric mean", .. figures.Select((_, i) => Share(Mean(all.Values.Select(r => r[i]))))]);
        sheet.Rows.Add(["geometric mean of all", Share(Mean(all.Values.SelectMany(r => r))), .. figures.Skip(1).Select(_ => None)]);
        return sheet;
    }

    private (string, Func<string, string, double?>)[] CoreColumns() =>
        [.. cores.Select<string, (string, Func<string, string, double?>)>(c => (c, (n, e) => comparison.Arm.GetValueOrDefault((n, e, c))?.Cycles))];

    private (string, Func<string, string, double?>)[] ThreadColumns() =>
        [.. threads.Select<int, (string, Func<string, string, double?>)>(t => (Threads(t), (n, e) => comparison.Wall.GetValueOrDefault((n, e, t))?.Min))];

    private double? Ratio(Func<string, string, double?> figure, string network)
    {
        double? ours = figure(network, comparison.Engines[0].Name), best = comparison.Engines.Skip(1).Min(e => figure(network, e.Name));
        return ours / best;
    }

    private static double? Mean(IEnumerable<double?> ratios)
    {
        double[] known = [.. ratios.Where(r => r is not null).Select(r => Math.Log(r!.Value))];
        return known.Length == 0 ? null : Math.Exp(known.Average());
    }

    private Sheet Layers(IEnumerable<string> names)
    {
        var sheet = new Sheet("Single layers: multiply-accumulates a modelled cycle (as direct convolution counts them), and thousand millions of them a second here", 2,
            ["layer", "engine", .. cores, .. threads.Select(Threads)]);
        var macs = comparison.Networks.ToDictionary(n => n.Name, n => n.Macs);
        Rows(sheet, names, (network, engine) =>
        {
            double?[] rates =
            [
                .. cores.Select(c => macs[network] / comparison.Arm.GetValueOrDefault((network, engine, c))?.Cycles),
                .. threads.Select(t => macs[network] / comparison.Wall.GetValueOrDefault((network, engine, t))?.Min / 1e6),
            ];
            return rates.All(r => r is null) ? null : [.. rates.Select((r, i) => r is null ? None : i < cores.Count ? Text($"{r:F2}") : Text($"{r:F1}"))];
        });
        return sheet;
    }

    private Sheet WallTime(IEnumerable<string> names)
    {
        var sheet = new Sheet("Wall time on this machine in ms: least / median", 2,
            ["model", "engine", .. threads.Select(Threads), .. threads.Skip(1).Select(t => Text($"speed-up of {t} threads"))]);
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

    private static string Threads(int count) => Text($"{count} thread{(count == 1 ? "" : "s")} here");

    private static string Share(double? ratio) => ratio is null ? None : Text($"{ratio:F2}");

    private static string Millions(double? value) => value is null ? None : Text($"{value / 1e6:F1}");

    private static string Fine(long? value) => value is null ? None : Text($"{value / 1e6:F2}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
