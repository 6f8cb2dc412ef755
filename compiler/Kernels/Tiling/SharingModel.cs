using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>Whether a kernel call is long enough to be shared between threads: waking and awaiting others costs about a microsecond.</summary>
public static class SharingModel
{
    // Cycles of one thread below which sharing does not pay.
    private const double LeastCycles = 1500;

    private const double BytesPerCycle = 16;

    /// <summary>Modelled cycles of a call on one thread, by its multiply-accumulates and by what it moves.</summary>
    public static double Cycles(TargetProfile target, KernelTemplate template, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var isa = template.IsVector ? Isa.ForProfile(target.Isas) : ScalarIsa.Instance;
        var lanes = Math.Max(1, isa.Lanes(ElementType.Float32));
        return template.Macs(inputs, outputs) / (lanes * target.Issue.FmaPerCycle) + template.Bytes(inputs, outputs) / (template.IsVector ? BytesPerCycle : 1);
    }

    /// <summary>Whether threads share the call.</summary>
    public static bool Pays(TargetProfile target, KernelTemplate template, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
        => Cycles(target, template, inputs, outputs) >= LeastCycles;
}
