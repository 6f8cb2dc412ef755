using System.Globalization;
using System.Security.Cryptography;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;

namespace CompileModel.Frontend;

/// <summary>Reads tensor data from files beside the model; never from outside the model's folder.</summary>
internal sealed class ExternalData(string folder, IncrementalHash? hash)
{
    /// <summary>The bytes of one tensor.</summary>
    /// <param name="entries">Keys <c>location</c>, and optionally <c>offset</c> and <c>length</c>.</param>
    /// <param name="expected">Bytes that the tensor's type needs.</param>
    public byte[] Read(IEnumerable<StringStringEntryProto> entries, long expected)
    {
        var fields = entries.GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        string location = fields.GetValueOrDefault("location", "");
        string path = Resolve(location);
        long offset = Number(fields, "offset", 0), length = Number(fields, "length", expected);
        if (length != expected) throw Bad($"'{location}' gives {length} bytes where the tensor needs {expected}");
        try
        {
            using var stream = File.OpenRead(path);
            if (offset > stream.Length || length > stream.Length - offset) throw Bad($"'{location}' has {stream.Length} bytes, the tensor wants {length} at offset {offset}");
            stream.Position = offset;
            byte[] data = new byte[length];
            stream.ReadExactly(data);
            hash?.AppendData(data);
            return data;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Bad($"cannot read external data '{location}': {(e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : e.Message)}",
                "keep the data file in the folder of the model");
        }
    }

    private string Resolve(string location)
    {
        if (location.Length == 0 || location.Contains('\0')) throw Bad("external data without a location");
        string root = Real(folder), path = Path.GetFullPath(Path.Combine(folder, location));
        if (Path.IsPathRooted(location) || !Inside(Real(path), root) || !Inside(path, Path.GetFullPath(folder)))
            throw Bad($"external data '{location}' is outside of the model's folder");
        return path;
    }

    private static bool Inside(string path, string root) => path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with symbolic links of every part followed.</summary>
    private static string Real(string path)
    {
        string full = Path.GetFullPath(path), result = Path.GetPathRoot(full)!;
        try
        {
            foreach (string part in full[result.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            {
                string next = Path.Combine(result, part);
                FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
                result = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
            }
        }
        catch (IOException e)
        {
            throw Bad($"cannot follow '{path}': {e.Message}");
        }
        return result;
    }

    private static long Number(Dictionary<string, string> fields, string key, long @default)
    {
        if (!fields.TryGetValue(key, out string? text) || text.Length == 0) return @default;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : throw Bad($"external data: {key} '{text}' is not a number");
    }

    private static ImportException Bad(string message, string? hint = null) => new(DiagnosticCodes.ExternalData, message, hint);
}
