namespace CompileModel.Publish;

/// <summary>
/// A folder that appears complete or not at all: files are written beside the destination and moved there by <see cref="Commit"/>. What the
/// destination held before is replaced only by files of the same path; nothing else in it is touched.
/// </summary>
public sealed class StagedFolder : IDisposable
{
    private readonly string destination;
    private readonly string? created;
    private bool committed;

    /// <summary>Opens a staging folder for <paramref name="destination"/>.</summary>
    public StagedFolder(string destination)
    {
        this.destination = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(destination));
        string parent = System.IO.Path.GetDirectoryName(this.destination) ?? "/";
        created = FirstMissing(parent);
        Directory.CreateDirectory(parent);
        Path = System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(this.destination)}.{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    /// <summary>The staging folder.</summary>
    public string Path { get; }

    /// <summary>Moves everything to the destination.</summary>
    /// <param name="owned">Subfolders that belong to the product: what an earlier compilation left in them goes.</param>
    public void Commit(params IReadOnlyList<string> owned)
    {
        if (!Directory.Exists(destination))
        {
            Directory.Move(Path, destination);
        }
        else
        {
            foreach (string folder in owned.Select(f => System.IO.Path.Combine(destination, f)).Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
            foreach (string file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            {
                string target = System.IO.Path.Combine(destination, System.IO.Path.GetRelativePath(Path, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Move(file, target, overwrite: true);
            }
        }
        committed = true;
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        if (!committed && created is not null && Directory.Exists(created)) Directory.Delete(created, recursive: true);
    }

    private static string? FirstMissing(string folder)
    {
        string? missing = null;
        for (string? f = folder; f is not null && !Directory.Exists(f); f = System.IO.Path.GetDirectoryName(f)) missing = f;
        return missing;
    }
}
