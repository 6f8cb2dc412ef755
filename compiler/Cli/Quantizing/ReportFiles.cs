using CompileModel.Diagnostics;
using CompileModel.Quantization.Reports;

namespace CompileModel.Cli.Quantizing;

/// <summary>Where reports are written, by their extension.</summary>
internal static class ReportFiles
{
    /// <summary>Checks a path before anything long begins.</summary>
    /// <exception cref="CompilationException">CM5001: it is neither .json nor .html.</exception>
    public static string Check(string path, string option, params IReadOnlyList<string> extensions) => extensions.Contains(Path.GetExtension(path).ToLowerInvariant()) ? path
        : throw new CompilationException(DiagnosticCodes.BadOption, $"{option} {path}: a report is {string.Join(" or ", extensions)}", hint: $"name a file that ends in {extensions[0]}");

    /// <summary>Writes a report.</summary>
    public static void Write(QuantizationReport report, string path) => File.WriteAllText(path, Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? report.ToJson() : HtmlReport.Write(report));
}
