using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace CompiledModel;

internal static unsafe partial class Kernels
{
    /// <summary>Rows of 16: y = max(x * w + b, 0).</summary>
    public static void scale(float* x, float* w, float* b, float* y, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            for (int c = 0; c < 16; c += 4)
            {
                var product = AdvSimd.FusedMultiplyAdd(AdvSimd.LoadVector128(b + c), AdvSimd.LoadVector128(x + row * 16 + c), AdvSimd.LoadVector128(w + c));
                AdvSimd.Store(y + row * 16 + c, AdvSimd.Max(product, Vector128<float>.Zero));
            }
        }
    }
}
