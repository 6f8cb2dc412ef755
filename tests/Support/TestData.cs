using CompileModel.IR;

namespace CompileModel.Tests.Support;

/// <summary>Seeded test data; the same on every machine.</summary>
internal sealed class TestData(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Uniform floats in [low, high).</summary>
    public Tensor Floats(int[] shape, float low = -1, float high = 1)
    {
        var tensor = Tensor.Zeros(ElementType.Float32, Shape.Of(shape));
        foreach (ref var value in tensor.Fill<float>()) value = low + ((high - low) * random.NextSingle());
        return tensor;
    }

    /// <summary>Weights whose products keep the variance of their input: uniform with standard deviation 1/sqrt(fan in).</summary>
    public Tensor Weights(int[] shape, int fanIn)
    {
        float bound = MathF.Sqrt(3f / fanIn);
        return Floats(shape, -bound, bound);
    }

    /// <summary>An integer in [low, high].</summary>
    public int Int(int low, int high) => random.Next(low, high + 1);

    /// <summary>One of the items.</summary>
    public T Pick<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    /// <summary>True once in <paramref name="n"/> times.</summary>
    public bool OneIn(int n) => random.Next(n) == 0;
}
