namespace CompileModel.Tests.Support;

/// <summary>Places in the repository that tests read.</summary>
internal static class Repository
{
    /// <summary>The root of the clone.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Models and data beside the clone, or null when there are none; a clone is complete without them.</summary>
    public static string? Shared { get; } = Directory.Exists(Path.Combine(Root, "..", "shared", "models")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared")) : null;

    /// <summary>A path in the clone.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The source files under a folder of the clone that people write, sorted; build output is left out.</summary>
    public static IReadOnlyList<string> Sources(string folder, string pattern = "*.cs") =>
    [
        .. Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Root, f).Split('/').Any(p => p is "bin" or "obj") && !f.EndsWith(".g.cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A path relative to the root, for messages.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Compiler.sln"))) return folder;
        throw new DirectoryNotFoundException("the tests do not lie in a clone");
    }
}
