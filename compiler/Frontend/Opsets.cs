using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;

namespace CompileModel.Frontend;

/// <summary>Operator set imports of a model or a function.</summary>
internal static class Opsets
{
    /// <summary>Versions by domain; the default domain is empty.</summary>
    public static Dictionary<string, int> Read(IEnumerable<OperatorSetIdProto> imports, string file, DiagnosticBag diagnostics)
    {
        var result = new Dictionary<string, int>();
        foreach (var import in imports)
        {
            string domain = Normal(import.Domain);
            if (import.Version is < 1 or > int.MaxValue)
                diagnostics.Error(DiagnosticCodes.UnsupportedVersion, $"operator set '{domain}' has version {import.Version}", new Location(file));
            else if (!result.TryAdd(domain, (int)import.Version) && result[domain] != import.Version)
                diagnostics.Error(DiagnosticCodes.UnsupportedVersion, $"operator set '{domain}' is imported as version {result[domain]} and {import.Version}", new Location(file));
        }
        return result;
    }

    /// <summary>The domain with <c>ai.onnx</c> as the empty string.</summary>
    public static string Normal(string domain) => domain == "ai.onnx" ? "" : domain;
}
