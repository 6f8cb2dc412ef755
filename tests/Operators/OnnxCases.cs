using System.Formats.Tar;
using System.IO.Compression;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Operators;

/// <summary>
/// The official ONNX backend cases: from the archive beside the clone, unpacked once for all runs, else from Debian's libonnx-testdata. Neither
/// is part of a clone; then there are no cases.
/// </summary>
internal static class OnnxCases
{
    /// <summary>The kinds of cases, one folder each.</summary>
    public static readonly string[] Kinds = ["node", "simple", "pytorch-converted", "pytorch-operator"];

    private static readonly Lazy<string?> Folder = new(Find);

    /// <summary>Where the cases come from, for the output of a test.</summary>
    public static string Source => Folder.Value ?? "nowhere: neither ../shared nor Debian's libonnx-testdata is here; left out";

    /// <summary>The cases of a kind, sorted by name.</summary>
    public static IReadOnlyList<OnnxCase> Of(string kind)
    {
        if (Folder.Value is null || !Directory.Exists(Path.Combine(Folder.Value, kind))) return [];
        return [.. Directory.GetDirectories(Path.Combine(Folder.Value, kind)).Where(d => File.Exists(Path.Combine(d, "model.onnx"))).Order(StringComparer.Ordinal).Select(d => new OnnxCase(d))];
    }

    /// <summary>Cases of a kind on which ONNX Runtime itself differs from the expected outputs: they judge nobody. The cases of ONNX 1.12 keep bfloat16 in uint16 tensors.</summary>
    public static HashSet<string> Disputed(string kind)
    {
        if (Repository.Shared is null)
            return [.. Of(kind).Select(c => c.Name).Where(n => n.Contains("BFLOAT16", StringComparison.Ordinal) || n.StartsWith("test_resize_downsample_scales_", StringComparison.Ordinal) && n.EndsWith("_align_corners", StringComparison.Ordinal))];
        string table = Path.Combine(Repository.Shared, "onnx-tests", "cases.csv");
        if (!File.Exists(table)) return [];
        return [.. File.ReadLines(table).Select(l => l.Split(',')).Where(f => f[^1] == "mismatch" && f[0].StartsWith(kind + "/", StringComparison.Ordinal)).Select(f => f[0][(kind.Length + 1)..])];
    }

    private static string? Find()
    {
        if (Repository.Shared is { } shared && Path.Combine(shared, "onnx-tests", "backend-tests.tar.gz") is var archive && File.Exists(archive)) return Unpack(archive);
        string[] debian = ["/usr/share/libonnx-testdata/data", "/usr/share/onnx/backend/test/data"];
        return debian.FirstOrDefault(Directory.Exists);
    }

    private static string Unpack(string archive)
    {
        var file = new FileInfo(archive);
        string folder = Path.Combine(Path.GetTempPath(), $"compile-model-onnx-cases-{file.Length}");
        if (Directory.Exists(folder)) return folder;
        string partial = $"{folder}-{Environment.ProcessId}";
        Directory.CreateDirectory(partial);
        using (var stream = new GZipStream(file.OpenRead(), CompressionMode.Decompress)) TarFile.ExtractToDirectory(stream, partial, overwriteFiles: true);
        // Another run may have been quicker.
        if (Directory.Exists(folder)) Directory.Delete(partial, recursive: true);
        else Directory.Move(partial, folder);
        return folder;
    }
}
