using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Peers;

/// <summary>Builds the small programs that drive other engines.</summary>
internal static class NativeDriver
{
    private static readonly string[] Headers = ["times.h", "net.h"];

    /// <summary>Compiles a driver for one architecture.</summary>
    /// <param name="source">Its source, a resource of this assembly.</param>
    /// <param name="arm64">Whether for arm64 instead of x86-64.</param>
    /// <param name="flags">Flags that follow the source.</param>
    public static string Build(string source, bool arm64, params string[] flags)
    {
        bool cpp = source.EndsWith(".cpp", StringComparison.Ordinal);
        string compiler = arm64 ? "aarch64-linux-gnu-g" + (cpp ? "++" : "cc") : cpp ? "g++" : "gcc";
        string package = (cpp ? "g++" : "gcc") + (arm64 ? "-aarch64-linux-gnu" : "");
        return Cache.Built(source, arm64 ? "arm64" : "x64", (file, result) =>
        {
            foreach (string header in Headers) Cache.Extract(header, Path.Combine(Path.GetDirectoryName(file)!, header));
            Tool.Run(Tool.Find(package, compiler), ["-O2", "-o", result, file, .. flags]);
        }, Headers);
    }
}
