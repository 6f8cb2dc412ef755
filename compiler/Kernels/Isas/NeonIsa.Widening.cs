using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>Arithmetic of halves of vectors with results of twice the width.</summary>
public sealed partial class NeonIsa
{
    public override bool HasWideningProducts => true;

    public override string MultiplyWide(Vec a, Vec b) => $"AdvSimd.MultiplyWideningLower({a}, {b})";

    public override string MultiplyWideAdd(Vec sums, Vec a, Vec b) => $"AdvSimd.MultiplyWideningLowerAndAdd({sums}, {a}, {b})";

    public override string MultiplyWideSubtract(Vec sums, Vec a, Vec b) => $"AdvSimd.MultiplyWideningLowerAndSubtract({sums}, {a}, {b})";

    public override string AddHalf(Vec sums, Vec half) => $"AdvSimd.AddWideningLower({sums}, {half})";

    public override string SubtractHalf(Vec sums, Vec half) => $"AdvSimd.SubtractWideningLower({sums}, {half})";

    public override string ShiftLeftWide(Vec half, int bits) => $"AdvSimd.ShiftLeftLogicalWideningLower({half}, {bits})";

    public override string HalfConstant(ElementType type, double value) => $"Vector64.Create({ScalarIsa.Literal(type, value)})";

    public override string LowerHalf(string v) => $"{v}.GetLower()";

    public override string AddNeighborsWide(Vec a) => $"AdvSimd.AddPairwiseWidening({a})";

    public override string AddNeighborsWideAdd(Vec sums, Vec a) => $"AdvSimd.AddPairwiseWideningAndAdd({sums}, {a})";

    public override string AddNeighbors(Vec a, Vec b) => $"AdvSimd.Arm64.AddPairwise({a}, {b})";
}
