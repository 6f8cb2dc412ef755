using System.Globalization;
using System.Net;
using CompileModel.Text;

namespace CompileModel.Quantization.Reports;

/// <summary>A report as one HTML page that needs nothing else: a summary, bars by layer as SVG, and a table.</summary>
public static class HtmlReport
{
    private const string Style = "body{font:14px sans-serif;margin:2em;color:#222}table{border-collapse:collapse}td,th{padding:2px 8px;border-bottom:1px solid #ddd;text-align:right;white-space:nowrap}"
        + "td:first-child,td:last-child,th:first-child,th:last-child{text-align:left}h2{margin:1.5em 0 .3em;font-size:16px}tr.float32{background:#fdf3e4}svg text{font:11px sans-serif}";

    private const string Integer = "#2f6fb0", Float = "#d98c2b", Pale = "#c9d6e3";

    /// <summary>The page.</summary>
    public static string Write(QuantizationReport report)
    {
        var w = new CodeWriter();
        w.Line("<!DOCTYPE html>");
        w.Line($"<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Text(report.Model)}: int8</title><style>{Style}</style></head><body>");
        w.Line($"<h1>{Text(report.Model)}</h1>");
        foreach (string line in Facts(report)) w.Line($"<p>{Text(line)}</p>");
        w.Line($"<p><span style=\"color:{Integer}\">&#9632;</span> int8 <span style=\"color:{Float}\">&#9632;</span> float32</p>");
        Bars(w, report, "Signal to noise of each layer's result, dB", l => l.Sqnr, null);
        Bars(w, report, "Signal to noise of the results when only this layer is quantised, dB", l => l.SoloSqnr, null);
        Bars(w, report, $"Predicted cycles on {report.Target}, and of the float32 form (pale)", l => l.Cycles, l => l.FloatCycles);
        Ranges(w, report);
        Table(w, report);
        w.Line("</body></html>");
        return w.ToString();
    }

    private static IEnumerable<string> Facts(QuantizationReport report)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{report.QuantizedLayers} of {report.Layers.Count} layers in int8; {report.Samples} samples");
        foreach (var o in report.Outputs) yield return $"Output {o.Name}: SQNR {Number(o.Sqnr, "F1")} dB, cosine {Number(o.Cosine, "F6")}";
        if (report.Accuracy is { } a) yield return $"Accuracy {Number(a.Quantized, "F2")} %, float32 {Number(a.Float, "F2")} %, {a.Samples} samples";
        if (report.Cycles is { } c) yield return $"{report.Target}: {Number(c / 1e6, "F2")} million cycles predicted" + (report.FloatCycles is { } f ? $", float32 {Number(f / 1e6, "F2")} million" : "");
    }

    /// <summary>One bar a layer; nothing when no layer has a value.</summary>
    private static void Bars(CodeWriter w, QuantizationReport report, string title, Func<LayerReport, double?> value, Func<LayerReport, double?>? behind)
    {
        if (!report.Layers.Any(l => value(l) is not null)) return;
        const int height = 140, step = 14, left = 60;
        double most = Math.Max(1e-9, report.Layers.Max(l => Math.Max(value(l) ?? 0, behind?.Invoke(l) ?? 0)));
        w.Line($"<h2>{Text(title)}</h2>");
        w.Line($"<svg width=\"{left + (step * report.Layers.Count) + 10}\" height=\"{height + 24}\">");
        w.Line($"<text x=\"0\" y=\"12\">{Number(most, "G4")}</text><text x=\"0\" y=\"{height}\">0</text><line x1=\"{left}\" y1=\"{height}\" x2=\"{left + (step * report.Layers.Count)}\" y2=\"{height}\" stroke=\"#999\"/>");
        foreach (var (i, l) in report.Layers.Index())
        {
            void Bar(double? v, string color, int width)
            {
                if (v is not { } number) return;
                double h = Math.Clamp(number / most, 0, 1) * (height - 4);
                w.Line($"<rect x=\"{left + (step * i)}\" y=\"{Number(height - h, "F1")}\" width=\"{width}\" height=\"{Number(h, "F1")}\" fill=\"{color}\"><title>{Text(l.Name)}: {Number(number, "G6")}</title></rect>");
            }
            Bar(behind?.Invoke(l), Pale, step - 2);
            Bar(value(l), Color(l), behind is null ? step - 2 : step - 6);
        }
        w.Line("</svg>");
    }

    /// <summary>What can be represented (bar) and what occurred (line), each layer's input scaled to its own range.</summary>
    private static void Ranges(CodeWriter w, QuantizationReport report)
    {
        var layers = report.Layers.Where(l => l.Input is not null).ToArray();
        if (layers.Length == 0) return;
        const int step = 16, left = 260, width = 420;
        w.Line("<h2>Ranges of the layers' inputs: what 8 bits cover (bar), what the samples gave (line), zero (tick)</h2>");
        w.Line($"<svg width=\"{left + width + 220}\" height=\"{step * layers.Length}\">");
        foreach (var (i, l) in layers.Index())
        {
            var t = l.Input!;
            double low = Math.Min(t.Low, t.Least ?? t.Low), high = Math.Max(t.High, t.Most ?? t.High), unit = width / Math.Max(1e-30, high - low);
            string X(double v) => Number(left + ((v - low) * unit), "F1");
            int y = step * i;
            w.Line($"<text x=\"0\" y=\"{y + 11}\">{Text(Short(l.Name))}</text><rect x=\"{X(t.Low)}\" y=\"{y + 2}\" width=\"{Number((t.High - t.Low) * unit, "F1")}\" height=\"10\" fill=\"{Pale}\"/>");
            if (t is { Least: { } least, Most: { } most }) w.Line($"<line x1=\"{X(least)}\" y1=\"{y + 7}\" x2=\"{X(most)}\" y2=\"{y + 7}\" stroke=\"{Color(l)}\" stroke-width=\"3\"/>");
            w.Line($"<line x1=\"{X(0)}\" y1=\"{y}\" x2=\"{X(0)}\" y2=\"{y + 14}\" stroke=\"#222\"/><text x=\"{left + width + 8}\" y=\"{y + 11}\">{Number(t.Low, "G4")} .. {Number(t.High, "G4")}</text>");
        }
        w.Line("</svg>");
    }

    private static void Table(CodeWriter w, QuantizationReport report)
    {
        string[] titles = ["layer", "operator", "precision", "input range", "scale", "zero point", "output range", "weight scales", "SQNR dB", "cosine", "alone dB", "alone error", "cycles", "float32 cycles", "time %", "gain", "reason"];
        w.Line("<h2>Layers</h2>");
        w.Line($"<table><tr>{string.Concat(titles.Select(t => $"<th>{t}</th>"))}</tr>");
        foreach (var l in report.Layers)
        {
            string[] cells =
            [
                l.Name, l.Operator, l.Precision, Range(l.Input), Number(l.Input?.Scale, "G5"), Number(l.Input?.ZeroPoint, "F0"), Range(l.Output), l.LeastWeightScale is null ? "" : $"{Number(l.LeastWeightScale, "G3")} .. {Number(l.MostWeightScale, "G3")}",
                Number(l.Sqnr, "F1"), Number(l.Cosine, "F6"), Number(l.SoloSqnr, "F1"), Number(l.SoloError, "G3"), Number(l.Cycles, "N0"), Number(l.FloatCycles, "N0"), Number(100 * l.Share, "F1"), Number(l.Gain, "F2"), l.Reason ?? "",
            ];
            w.Line($"<tr class=\"{l.Precision}\">{string.Concat(cells.Select(c => $"<td>{Text(c)}</td>"))}</tr>");
        }
        w.Line("</table>");
    }

    private static string Range(TensorReport? t) => t is null ? "" : $"{Number(t.Low, "G4")} .. {Number(t.High, "G4")}";

    private static string Color(LayerReport layer) => layer.Precision == "float32" ? Float : Integer;

    private static string Short(string name) => name.Length <= 40 ? name : "..." + name[^37..];

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
