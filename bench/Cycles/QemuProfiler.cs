using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Cycles;

/// <summary>Runs arm64 programs under qemu-aarch64 with the counting plugin. The CPU model is that of the core, so that programs choose the kernels that they would choose there.</summary>
/// <param name="core">The core.</param>
/// <param name="caches">Whether to simulate its caches, which takes some times as long.</param>
public sealed class QemuProfiler(Core core, bool caches)
{
    /// <summary>Profiles one inference in a steady state and the start before the first.</summary>
    public InferenceProfile Profile(Runnable program)
    {
        var one = Task.Run(() => Run(program, 1));
        var two = Run(program, 2);
        var inference = two.Minus(one.Result);
        return new(inference, Math.Max(0, one.Result.Instructions - inference.Instructions));
    }

    internal BlockProfile Run(Runnable program, int inferences)
    {
        string file = Path.GetTempFileName();
        try
        {
            string plugin = $"{Plugin()},out={file}" + (caches ? "," + core.CacheArguments : "");
            Tool.Run(Tool.Find("qemu-user", "qemu-aarch64"), ["-cpu", core.Profile.QemuCpu, "-plugin", plugin, .. program.Qemu, program.Program, .. program.For(inferences)]);
            return BlockProfile.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Plugin() => Cache.Built("blocks.c", "x64.so", (source, result) =>
        Tool.Run(Tool.Find("gcc", "gcc"), ["-O2", "-shared", "-fPIC", "-o", result, source]));
}
