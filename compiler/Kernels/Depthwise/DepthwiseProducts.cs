using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Sums of products of bytes and weights for a group of channels. The type of the weights says how: int8, eight channels, products of several taps add up as int16; int16,
/// bytes are widened to it; int32 whose upper halves are 0, bytes are widened to int32.
/// </summary>
/// <param name="b">where it is written</param>
/// <param name="weight">type of the weights</param>
/// <param name="count">channels of the group that exist</param>
/// <param name="together">see <see cref="Together"/></param>
/// <param name="factor">int16 by which sums of 16 bits are multiplied; null for 1</param>
internal sealed class DepthwiseProducts(RoutineBuilder b, ElementType weight, int count, int together, Vec? factor = null)
{
    /// <summary>Vectors of sums.</summary>
    public int Vectors => (count + b.Lanes(ElementType.Int32) - 1) / b.Lanes(ElementType.Int32);

    // Vectors of weights a group has.
    private int WeightVectors => weight == ElementType.Int8 ? 1 : weight == ElementType.Int16 ? (Vectors + 1) / 2 : Vectors;

    /// <summary>Taps whose products are added up together: one but for weights of int8.</summary>
    public int Together => together;

    /// <summary>Whether an input that several positions need stays in registers.</summary>
    public bool KeepsInputs => weight != ElementType.Int32;

    /// <summary>Channels of a group for weights of a type: four vectors of sums, or what half a vector of bytes has.</summary>
    public static int Group(RoutineBuilder b, ElementType weight) => weight == ElementType.Int8 ? DepthwiseTaps.Group : 4 * b.Lanes(ElementType.Int32);

    /// <summary>The biases of the group.</summary>
    public Vec[] Bias(Ptr bias, string name) => [.. Enumerable.Range(0, Vectors).Select(v => b.Load(bias + v * b.Lanes(ElementType.Int32), name))];

    /// <summary>The upper halves of the biases, in integer registers.</summary>
    public string[] UpperBias(Ptr bias) => [.. Enumerable.Range(0, Vectors).Select(v => b.LoadBits(bias + v * b.Lanes(ElementType.Int32) + b.Lanes(ElementType.Int32) / 2, "upper"))];

    /// <summary>The biases of the group in vectors of their own, which are loaded by halves: copies of whole vectors would take the place of arithmetic.</summary>
    /// <param name="bias">where they lie</param>
    /// <param name="upper">see <see cref="UpperBias"/></param>
    public Vec[] Bias(Ptr bias, string[] upper) => [.. upper.Select((u, v) => b.InsertHigh(b.LoadLow(bias + v * b.Lanes(ElementType.Int32), "low"), u, "acc"))];

    /// <summary>The inputs of one position.</summary>
    public Vec[] Inputs(Ptr x)
    {
        if (weight == ElementType.Int32)
            return [.. b.LoadBytes(x, count)];
        if (weight == ElementType.Int8)
            return [b.LoadHalf(x, "x")];
        var bytes = b.LoadPartial(x, count, "x");
        return [.. Enumerable.Range(0, WeightVectors).Select(i => b.Widen(bytes, i == 1, "wide"))];
    }

    /// <summary>The weights of one tap.</summary>
    public Vec[] Weights(Ptr w, int tap) => [.. Enumerable.Range(0, WeightVectors).Select(i => weight == ElementType.Int8 ? b.LoadHalf(w, DepthwiseRoutine.Numbered("w", tap)) : b.Load(w + i * b.Lanes(weight), DepthwiseRoutine.Numbered("w", tap)))];

    /// <summary>Adds the products of up to <see cref="Together"/> taps; the first of them may find the biases as <paramref name="sums"/>, which it leaves as they are unless there is a factor.</summary>
    public void Add(Vec[] sums, IReadOnlyList<(Vec[] X, Vec[] W)> taps, bool isFirst)
    {
        switch (weight)
        {
            case ElementType.Int8:
                var pair = b.MultiplyWide(taps[0].X[0], taps[0].W[0], "pair");
                foreach (var (x, w) in taps.Skip(1))
                    pair = b.MultiplyWideAdd(pair, x[0], w[0], false, "pair");

                // The upper half first: the lower one is its register's last use.
                for (var v = Vectors - 1; v >= 0; v--)
                {
                    if (factor is { } f)
                        b.WideProductInto(sums[v], pair, f, v == 1);
                    else if (isFirst)
                        sums[v] = b.AddWide(sums[v], pair, v == 1, "acc");
                    else
                        b.AddWideInto(sums[v], pair, v == 1);
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
