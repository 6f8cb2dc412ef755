using CompileModel.Diagnostics;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Targets;

/// <summary>Shipped profiles load and give tiles that fit their registers; what is wrong with a profile of the user's is said.</summary>
public sealed class TargetProfilesTests
{
    public static TheoryData<string> Names => [.. TargetProfiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void ShippedProfilesAreComplete(string name)
    {
        var profile = TargetProfiles.Load(name);
        Assert.Equal(name, profile.Name);
        Assert.Equal(profile.VectorBits, Isa.ForProfile(profile.Isas).VectorBits);
        foreach (var (rows, columns, depth) in new[] { (1, 1, 1), (1, 1000, 1280), (49, 320, 960), (12544, 32, 27) })
        {
            var tile = TileModel.Choose(profile, 1, rows, columns, depth);
            Assert.InRange(tile.Rows * tile.Vectors + tile.Vectors + 1, 1, profile.VectorRegisters);
            Assert.Equal(rows, (tile.BigTiles * tile.Rows) + ((tile.Tiles - tile.BigTiles) * (tile.Rows - 1)));
        }
        Assert.InRange((long)TileModel.BlockRows(profile, 960) * 960 * 4, 1, profile.Cache(2)!.Bytes);
    }

    [Theory]
    [InlineData("cortex-a99", "unknown target 'cortex-a99'")]
    [InlineData("./missing.json", "cannot read the target profile")]
    public void UnknownTargets(string name, string message) => Assert.Contains(message, Load(name).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "not a target profile")]
    [InlineData("{}", "not a target profile")]
    [InlineData("\"neon\"=\"sve9\"", "unknown instruction set 'sve9'")]
    [InlineData("\"neon\"=\"avx2\"", "does not belong to Arm64")]
    [InlineData("\"vectorRegisters\": 32=\"vectorRegisters\": 3", "vectorRegisters is 3")]
    [InlineData("\"vectorBits\": 128=\"vectorBits\": 100", "vectorBits is 100")]
    [InlineData("\"ways\": 2=\"ways\": 0", "caches must list")]
    [InlineData("\"width\": 3=\"width\": 0", "issue facts must be positive")]
    public void WrongProfiles(string change, string message)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "own.json");
        var text = new StreamReader(typeof(TargetProfiles).Assembly.GetManifestResourceStream("profiles/cortex-a72.json")!).ReadToEnd();
        File.WriteAllText(path, change.Contains('=', StringComparison.Ordinal) ? text.Replace(change.Split('=')[0], change.Split('=')[1], StringComparison.Ordinal) : change);
        var exception = Load(path);
        Assert.Equal(DiagnosticCodes.BadTarget, exception.Diagnostics[0].Code);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private static CompilationException Load(string name) => Assert.Throws<CompilationException>(() => TargetProfiles.Load(name));
}
