using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Tests.Kernels;

/// <summary>Casts from and to floats of 8 and 4 bits and integers of 4 and 2 bits, against the reference.</summary>
public sealed class NarrowTypeTests
{
    private static readonly ElementType[] Floats =
        [ElementType.Float8E4M3FN, ElementType.Float8E4M3FNUZ, ElementType.Float8E5M2, ElementType.Float8E5M2FNUZ, ElementType.Float8E8M0, ElementType.Float4E2M1];

    private static readonly ElementType[] Integers = [ElementType.UInt4, ElementType.Int4, ElementType.UInt2, ElementType.Int2];

    public static TheoryData<string> Targets => ["x86-64-v3", "cortex-a53"];

    [Theory]
    [MemberData(nameof(Targets))]
    public void CastsAreThoseOfTheReference(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in Floats)
        {
            byte[] codes = [.. Enumerable.Range(0, 1 << type.Bits()).Select(i => (byte)i)];
            batch.Add(new Cast(ElementType.Float32), [Tensor.From<byte>(type, Shape.Of(codes.Length), codes)]);
            batch.Add(new Cast(ElementType.Float16), [Tensor.From<byte>(type, Shape.Of(codes.Length), codes)]);
            foreach (var rounding in type == ElementType.Float8E8M0 ? Enum.GetValues<ScaleRounding>() : [ScaleRounding.Up])
                foreach (bool saturate in (bool[])[true, false])
                    batch.Add(new Cast(type, saturate, rounding), [Numbers()]);
            batch.Add(new Cast(type), [Samples.Numbers(ElementType.Int32, 1, 19)]);
        }
        foreach (var type in Integers)
        {
            batch.Add(new Cast(type), [Samples.Numbers(ElementType.Float32, 1, 19)]);
            batch.Add(new Cast(type), [Samples.Numbers(ElementType.Int64, 2, 19)]);
            batch.Add(new Cast(type), [Samples.Numbers(ElementType.Bool, 2, 19)]);
            batch.Add(new Cast(ElementType.Float32), [Tensors.Make(type, Shape.Of(19), i => i % 2 - (type.Carrier() == ElementType.Int8 ? 1 : 0))]);
            batch.Add(new Transpose([1, 0]), [Tensors.Make(type, Shape.Of(5, 3), i => i % 2)]);
        }
        batch.Run();
    }

    /// <summary>Floats over all exponents, ties, and what is no number.</summary>
    private static Tensor Numbers()
    {
        var random = new Random(3);
        float[] special = [0, -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 464, 448, 465, -57344, 61440, 0.25f, 1.75f, 5e-39f, 3e38f];
        return Tensor.Of(Shape.Of(600), [.. special, .. Enumerable.Range(0, 300).Select(_ => (float)(Math.ScaleB(random.NextDouble() + 1, random.Next(-20, 20)) * (random.Next(2) * 2 - 1))),
            .. Enumerable.Range(0, 600 - 300 - special.Length).Select(i => MathF.ScaleB(random.Next(64), i % 24 - 16))]);
    }
}
