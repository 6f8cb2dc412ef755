using System.Runtime.InteropServices;
using CompileModel.Diagnostics;

namespace CompileModel.Publish;

/// <summary>The tools that make an executable, each found on this machine.</summary>
/// <param name="Dotnet">The dotnet program.</param>
/// <param name="Csc">csc.dll, the C# compiler of the SDK.</param>
/// <param name="Ilc">ilc, from the NuGet package that the project file names.</param>
/// <param name="Linker">ld.lld.</param>
/// <param name="Musl">The folder with crt1.o and libc.a for the target.</param>
public sealed record Toolchain(string Dotnet, string Csc, string Ilc, string Linker, string Musl)
{
    /// <summary>Environment variable with the folder of the C library, when it is not where Debian puts it.</summary>
    public const string MuslVariable = "COMPILE_MODEL_MUSL";

    private const string IlcVersion = "10.0.12";

    /// <summary>Finds all tools, restoring ilc's package when that is all that is missing.</summary>
    /// <exception cref="CompilationException">Tools are missing; one diagnostic for each, with the command that installs it.</exception>
    public static Toolchain Find(PublishRequest request)
    {
        var bag = new DiagnosticBag();
        string? dotnet = FindDotnet();
        string? csc = dotnet is null ? null : FindCsc(dotnet);
        string? linker = InPath("ld.lld") ?? FirstExisting(Enumerable.Range(13, 12).Reverse().Select(v => $"/usr/lib/llvm-{v}/bin/ld.lld"));
        string musl = Environment.GetEnvironmentVariable(MuslVariable) ?? $"/usr/lib/{request.Target.LinuxName}-linux-musl";
        if (csc is null) Missing(bag, "the C# compiler of the .NET 10 SDK", "install the .NET SDK 10.0 (https://dot.net/download) and put dotnet on the PATH");
        if (linker is null) Missing(bag, "the linker ld.lld", "apt-get install -y lld");
        if (!File.Exists(Path.Combine(musl, "crt1.o")) || !File.Exists(Path.Combine(musl, "libc.a")))
            Missing(bag, $"the C library musl for {request.Target.DebianName} ({musl}/libc.a)", request.Target.MuslInstall);
        bag.ThrowIfErrors();

        if (!File.Exists(IlcPath))
        {
            var restore = ToolRunner.Run(dotnet!, ["restore", "--nologo", "-v:q", request.Name + ".csproj"], request.ProjectFolder);
            if (!File.Exists(IlcPath))
            {
                Missing(bag, $"ilc, the native compiler ({IlcPath}); 'dotnet restore' said: {restore.LastLine}",
                    $"let NuGet reach https://api.nuget.org and run: dotnet restore {Path.Combine(request.ProjectFolder, request.Name + ".csproj")}");
            }

            bag.ThrowIfErrors();
        }

        return new Toolchain(dotnet!, csc!, IlcPath, linker!, musl);
    }

    private static string IlcPath
    {
        get
        {
            string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            string host = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
            return Path.Combine(packages, $"runtime.{host}.microsoft.dotnet.ilcompiler", IlcVersion, "tools", "ilc");
        }
    }

    private static void Missing(DiagnosticBag bag, string tool, string install) => bag.Error(DiagnosticCodes.ToolMissing, $"{tool} is missing", hint: install);

    private static string? FindDotnet() => FirstExisting(
        [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "", Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "/", "dotnet"), InPath("dotnet") ?? ""]);

    /// <summary>csc.dll of the newest SDK beside the dotnet program.</summary>
    private static string? FindCsc(string dotnet)
    {
        string root = Path.GetDirectoryName(new FileInfo(dotnet).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? dotnet)!;
        string sdks = Path.Combine(root, "sdk");
        if (!Directory.Exists(sdks)) return null;
        return FirstExisting(Directory.GetDirectories(sdks)
            .Select(d => (Path: d, Version: System.Version.TryParse(Path.GetFileName(d).Split('-')[0], out var v) ? v : new System.Version(0, 0)))
            .Where(d => d.Version.Major >= 10).OrderByDescending(d => d.Version).Select(d => Path.Combine(d.Path, "Roslyn", "bincore", "csc.dll")));
    }

    private static string? InPath(string program) => FirstExisting(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(d => Path.Combine(d, program)));

    private static string? FirstExisting(IEnumerable<string> paths) => paths.FirstOrDefault(File.Exists);
}
