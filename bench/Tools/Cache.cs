using System.Security.Cryptography;

namespace CompileModel.Bench.Tools;

/// <summary>Files that are made once and kept between runs, in the folder that ./setup uses too.</summary>
public static class Cache
{
    /// <summary>The folder: COMPILE_MODEL_CACHE, else compile-model in the user's cache folder.</summary>
    public static string Folder { get; } = Variable("COMPILE_MODEL_CACHE")
        ?? Path.Combine(Variable("XDG_CACHE_HOME") ?? Path.Combine(Variable("HOME") ?? "/root", ".cache"), "compile-model");

    /// <summary>A path in the cache.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Folder, .. parts]);

    /// <summary>A file or folder of the cache, made by <paramref name="make"/> under another name first, so that it is there as a whole or not at all.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="make">Makes it at the path it is given.</param>
    public static string Once(string path, Action<string> make)
    {
        if (Path.Exists(path)) return path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Environment.ProcessId}";
        make(temporary);
        try
        {
            Directory.Move(temporary, path);
        }
        catch (IOException) when (Path.Exists(path))
        {
            // Another run was quicker; its result is the same.
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            else File.Delete(temporary);
        }
        return path;
    }

    /// <summary>A program or library built from a source of this assembly; another source gives another file.</summary>
    /// <param name="resource">Name of the source, such as <c>blocks.c</c>.</param>
    /// <param name="flavor">Distinguishes builds of one source, such as the architecture.</param>
    /// <param name="compile">Compiles: source, result.</param>
    /// <param name="included">Other sources that it includes.</param>
    public static string Built(string resource, string flavor, Action<string, string> compile, params ReadOnlySpan<string> included)
    {
        byte[] source = Resource(resource), all = source;
        foreach (string other in included) all = [.. all, .. Resource(other)];
        string hash = Convert.ToHexStringLower(SHA256.HashData(all))[..12];
        return Once(At("bench", $"{Path.GetFileNameWithoutExtension(resource)}-{flavor}-{hash}"), path =>
        {
            string file = $"{path}-{resource}";
            File.WriteAllBytes(file, source);
            compile(file, path);
            File.Delete(file);
        });
    }

    /// <summary>Writes a source of this assembly to a file.</summary>
    public static void Extract(string resource, string path) => File.WriteAllBytes(path, Resource(resource));

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static byte[] Resource(string name)
    {
        using var stream = typeof(Cache).Assembly.GetManifestResourceStream("native/" + name) ?? throw new ArgumentException($"no source {name}");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
