using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CompiledModel;

internal static unsafe partial class Kernels
{
    /// <summary>Rows of 16: y = max(x * w + b, 0).</summary>
    public static void scale(float* x, float* w, float* b, float* y, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            for (int c = 0; c < 16; c += 8)
            {
                var product = Fma.MultiplyAdd(Avx.LoadVector256(x + row * 16 + c), Avx.LoadVector256(w + c), Avx.LoadVector256(b + c));
                Avx.Store(y + row * 16 + c, Avx.Max(product, Vector256<float>.Zero));
            }
        }
    }
}
