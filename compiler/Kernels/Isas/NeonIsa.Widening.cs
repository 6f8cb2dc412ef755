using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>Widening products of bytes.</summary>
public sealed partial class NeonIsa
{
    public override bool HasWideningProducts => true;

    public override string MultiplyWide(Vec a, Vec b) => $"AdvSimd.MultiplyWideningLower({a}, {b})";

    public override string MultiplyWideAdd(Vec sums, Vec a, Vec b) => $"AdvSimd.MultiplyWideningLowerAndAdd({sums}, {a}, {b})";

    public override string AddNeighborsWide(Vec a) => $"AdvSimd.AddPairwiseWidening({a})";

    public override string AddNeighborsWideAdd(Vec sums, Vec a) => $"AdvSimd.AddPairwiseWideningAndAdd({sums}, {a})";

    public override string AddNeighbors(Vec a, Vec b) => $"AdvSimd.Arm64.AddPairwise({a}, {b})";
}
