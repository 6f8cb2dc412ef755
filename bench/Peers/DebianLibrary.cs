using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Peers;

/// <summary>Libraries for arm64 out of Debian's packages, unpacked beside the system: nothing is installed.</summary>
/// <param name="name">Name of the folder.</param>
/// <param name="packages">The packages, without architecture.</param>
public sealed class DebianLibrary(string name, params string[] packages)
{
    private const string Architecture = "arm64", Triplet = "aarch64-linux-gnu";
    private readonly Lazy<(string? Folder, string? Reason)> unpacked = new(() => Unpack(name, packages));

    /// <summary>Why it cannot be had, or null.</summary>
    public string? Missing => unpacked.Value.Reason ?? Sysroot.Missing;

    /// <summary>Flags for its headers and its folder of libraries.</summary>
    public IReadOnlyList<string> Flags => [$"-I{Root}/usr/include", $"-I{Root}/usr/include/{Triplet}", $"-L{Folder}", $"-Wl,-rpath-link,{Folder}"];

    /// <summary>Arguments of qemu-aarch64 that let programs find it.</summary>
    public IReadOnlyList<string> Qemu => ["-E", $"LD_LIBRARY_PATH={Folder}"];

    /// <summary>Size of its shared libraries.</summary>
    public long Bytes => Directory.EnumerateFiles(Folder, "*.so*").Select(f => new FileInfo(f)).Where(f => f.LinkTarget is null).Sum(f => f.Length);

    private string Root => unpacked.Value.Folder!;

    private string Folder => $"{Root}/usr/lib/{Triplet}";

    private static (string?, string?) Unpack(string name, string[] packages)
    {
        try
        {
            return (Cache.Once(Cache.At("bench", $"{name}-{Architecture}"), folder =>
            {
                Directory.CreateDirectory(folder);
                Tool.Run(Tool.Find("apt", "apt-get"), ["download", "-q", .. packages.Select(p => $"{p}:{Architecture}")], folder: folder);
                foreach (string file in Directory.GetFiles(folder, "*.deb"))
                {
                    Tool.Run(Tool.Find("dpkg", "dpkg"), ["-x", file, folder]);
                    File.Delete(file);
                }
            }), null);
        }
        catch (BenchException e)
        {
            return (null, $"Debian's packages of it cannot be had: {e.Message}");
        }
    }
}
