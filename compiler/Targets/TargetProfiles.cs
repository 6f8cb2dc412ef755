using System.Runtime.Intrinsics.X86;
using System.Text.Json;
using System.Text.Json.Serialization;
using CompileModel.Diagnostics;

namespace CompileModel.Targets;

/// <summary>Finds target profiles: those that ship with the tool, <c>host</c>, and files of the user's own.</summary>
public static class TargetProfiles
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private const string Prefix = "profiles/", Suffix = ".json";

    /// <summary>Names of the shipped profiles and <c>host</c>, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(TargetProfiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length]).Append("host").Order(StringComparer.Ordinal)];

    /// <summary>A profile by name, or by the path of a JSON file.</summary>
    /// <exception cref="CompilationException">CM3001: unknown name, unreadable file, wrong content.</exception>
    public static TargetProfile Load(string nameOrPath)
    {
        if (nameOrPath == "host")
            return Host();
        if (nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || nameOrPath.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Read(nameOrPath);
        if (!Names.Contains(nameOrPath))
            throw Bad($"unknown target '{nameOrPath}'", default, $"one of {string.Join(", ", Names)}, or the path of a profile file");
        using var reader = new StreamReader(typeof(TargetProfiles).Assembly.GetManifestResourceStream(Prefix + nameOrPath + Suffix)!);
        return Parse(reader.ReadToEnd(), new Location(nameOrPath));
    }

    /// <summary>The profile of the machine the compiler runs on.</summary>
    public static TargetProfile Host()
    {
        var name = Avx512F.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512F.VL.IsSupported ? "x86-64-v4"
            : Avx2.IsSupported && Fma.IsSupported ? "x86-64-v3"
            : System.Runtime.Intrinsics.Arm.Dp.IsSupported ? "cortex-a76"
            : System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported ? "armv8-a"
            : throw Bad("this machine has neither AVX2 with FMA nor Advanced SIMD", default, "name a target with --target");
        return Load(name) with { Name = "host", Description = $"this machine, as {name}" };
    }

    private static TargetProfile Read(string path)
    {
        var location = new Location(path);
        try
        {
            return Parse(File.ReadAllText(path), location);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Bad($"cannot read the target profile: {e.Message}", location);
        }
    }

    private static TargetProfile Parse(string json, Location location)
    {
        try
        {
            return Check(JsonSerializer.Deserialize<TargetProfile>(json, Json) ?? throw Bad("the profile is empty", location), location);
        }
        catch (JsonException e)
        {
            throw Bad($"not a target profile: {e.Message}", location, "copy one of the shipped profiles and change it");
        }
    }

    private static TargetProfile Check(TargetProfile p, Location location)
    {
        (string Isa, TargetArchitecture Architecture, int Bits)[] known =
        [
            ("neon", TargetArchitecture.Arm64, 128), ("dotprod", TargetArchitecture.Arm64, 128),
            ("avx2", TargetArchitecture.X64, 256), ("avx512", TargetArchitecture.X64, 512), ("vnni", TargetArchitecture.X64, 512),
        ];
        foreach (var isa in p.Isas)
        {
            var match = known.FirstOrDefault(k => k.Isa == isa);
            if (match.Isa is null)
                throw Bad($"unknown instruction set '{isa}'", location, $"one of {string.Join(", ", known.Select(k => k.Isa))}");
            if (match.Architecture != p.Architecture)
                throw Bad($"instruction set '{isa}' does not belong to {p.Architecture}", location);
        }
        if (p.VectorRegisters is < 8 or > 64)
            throw Bad($"vectorRegisters is {p.VectorRegisters}, expected 8 to 64", location);
        if (p.VectorBits is not (128 or 256 or 512))
            throw Bad($"vectorBits is {p.VectorBits}, expected 128, 256 or 512", location);
        if (p.Caches.IsDefaultOrEmpty || p.Caches.Any(c => c.Level < 1 || c.Ways < 1 || c.SharedBy < 1 || c.Line < 16 || c.Bytes < c.Ways * c.Line))
            throw Bad("caches must list at least level 1 with positive level, bytes, ways, line and sharedBy", location);
        if (p.Issue.Width < 1 || p.Issue.FmaPerCycle <= 0 || p.Issue.LoadsPerCycle <= 0 || p.Issue.FmaLatency < 1)
            throw Bad("issue facts must be positive", location);
        return p;
    }

    private static CompilationException Bad(string message, Location location, string? hint = null) => new(DiagnosticCodes.BadTarget, message, location, hint);
}
