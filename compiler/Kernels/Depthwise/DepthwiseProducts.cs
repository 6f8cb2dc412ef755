using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Sums of products of bytes and weights for a group of channels, four vectors of int32. The type of the weights says how: int8 (-127..127), products of two taps add up as int16; int16,
/// bytes are widened to it; int32 whose upper halves are 0, bytes are widened to int32.
/// </summary>
/// <param name="b">where it is written</param>
/// <param name="weight">type of the weights</param>
/// <param name="count">channels of the group that exist</param>
internal sealed class DepthwiseProducts(RoutineBuilder b, ElementType weight, int count)
{
    private int Vectors => (count + b.Lanes(ElementType.Int32) - 1) / b.Lanes(ElementType.Int32);

    // Vectors of weights a group has.
    private int WeightVectors => weight == ElementType.Int8 ? 1 : weight == ElementType.Int16 ? (Vectors + 1) / 2 : Vectors;

    /// <summary>Taps whose products are added up together.</summary>
    public int Together => weight == ElementType.Int8 ? 2 : 1;

    /// <summary>Whether an input that several positions need stays in registers.</summary>
    public bool KeepsInputs => weight != ElementType.Int32;

    /// <summary>The start of a position's sums.</summary>
    public Vec[] Start(Ptr bias) => [.. Enumerable.Range(0, Vectors).Select(v => b.Load(bias + v * b.Lanes(ElementType.Int32), "acc"))];

    /// <summary>The inputs of one position.</summary>
    public Vec[] Inputs(Ptr x)
    {
        if (weight == ElementType.Int32)
            return [.. b.LoadBytes(x, count)];
        var bytes = b.LoadPartial(x, count, "x");
        return weight == ElementType.Int8 ? [bytes] : [.. Enumerable.Range(0, WeightVectors).Select(i => b.Widen(bytes, i == 1, "wide"))];
    }

    /// <summary>The weights of one tap.</summary>
    public Vec[] Weights(Ptr w, int tap) => [.. Enumerable.Range(0, WeightVectors).Select(i => b.Load(w + i * b.Lanes(weight), DepthwiseRoutine.Numbered("w", tap)))];

    /// <summary>Adds the products of up to <see cref="Together"/> taps.</summary>
    public void Add(Vec[] sums, IReadOnlyList<(Vec[] X, Vec[] W)> taps)
    {
        switch (weight)
        {
            case ElementType.Int8:
                for (var half = 0; half < (Vectors + 1) / 2; half++)
                {
                    var pair = b.WideProduct(taps[0].X[0], taps[0].W[0], half == 1, "pair");
                    foreach (var (x, w) in taps.Skip(1))
                        b.WideProductInto(pair, x[0], w[0], half == 1);
                    for (var v = 2 * half; v < Math.Min(Vectors, 2 * half + 2); v++)
                        b.AddWideInto(sums[v], pair, v % 2 == 1);
                }
                break;
            case ElementType.Int16:
                for (var v = 0; v < Vectors; v++)
                    b.WideProductInto(sums[v], taps[0].X[v / 2], taps[0].W[v / 2], v % 2 == 1);
                break;
            default:
                for (var v = 0; v < Vectors; v++)
                    b.ShortProductInto(sums[v], taps[0].X[v], taps[0].W[v]);
                break;
        }
    }
}
