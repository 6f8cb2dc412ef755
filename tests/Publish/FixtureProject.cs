using CompileModel.Emit;
using CompileModel.Publish;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Publish;

/// <summary>A complete project around the hand-written model of the Fixtures folder: out = rowsum(max(data * 0.5 + 1, 0)) + bias.</summary>
internal sealed class FixtureProject : IDisposable
{
    private readonly TempFolder temp = new();

    /// <summary>Writes the project.</summary>
    /// <param name="target">What for.</param>
    /// <param name="isa">neon, avx2 or avx512: which variant of the vector kernel.</param>
    public FixtureProject(PublishTarget target, string isa)
    {
        Target = target;
        Folder = temp["project"];
        Directory.CreateDirectory(Path.Combine(Folder, "Kernels"));
        string fixtures = Repository.At("tests", "Publish", "Fixtures");
        foreach (string file in (string[])["Model.g.cs", "ModelInfo.g.cs", "Api.g.cs", "Kernels/Sum.g.cs"]) File.Copy(Path.Combine(fixtures, file), Path.Combine(Folder, file));
        File.Copy(Path.Combine(fixtures, "Kernels", $"Scale.{isa}.g.cs"), Path.Combine(Folder, "Kernels", "Scale.g.cs"));
        var weights = new float[32];
        weights.AsSpan(0, 16).Fill(0.5f);
        weights.AsSpan(16, 16).Fill(1f);
        using (var stream = File.Create(Path.Combine(Folder, "weights.o")))
            WeightsObject.Write(stream, target.Architecture == TargetArchitecture.Arm64, System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        ProjectFiles.Write(Folder, "fixture", target);
    }

    public static PublishTarget CortexA53 { get; } = new("cortex-a53", TargetArchitecture.Arm64, "armv8-a");

    public static PublishTarget X64V3 { get; } = new("x86-64-v3", TargetArchitecture.X64, "x86-64-v3");

    public static PublishTarget X64V4 { get; } = new("x86-64-v4", TargetArchitecture.X64, "x86-64-v4");

    public PublishTarget Target { get; }

    public string Folder { get; }

    /// <summary>A path beside the project, for inputs and outputs.</summary>
    public string this[string name] => temp[name];

    public PublishResult Publish(IProgress<PublishStep>? progress = null) => Publisher.Publish(new PublishRequest(Folder, "fixture", Target), progress);

    /// <summary>Runs the executable, under qemu with a v8.0 core when it is for arm64.</summary>
    public Command Run(params IEnumerable<string> arguments)
    {
        string program = Path.Combine(Folder, "bin", "fixture");
        return Target.Architecture == TargetArchitecture.Arm64
            ? Command.Run("qemu-aarch64", ["-cpu", "cortex-a53", program, .. arguments], temp.Path)
            : Command.Run(program, arguments, temp.Path);
    }

    public void Dispose() => temp.Dispose();
}
