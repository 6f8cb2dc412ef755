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
            for (int c = 0; c < 16; c += 16)
            {
                var product = Avx512F.FusedMultiplyAdd(Avx512F.LoadVector512(x + row * 16 + c), Avx512F.LoadVector512(w + c), Avx512F.LoadVector512(b + c));
                Avx512F.Store(y + row * 16 + c, Avx512F.Max(product, Vector512<float>.Zero));
            }
        }
    }
}
