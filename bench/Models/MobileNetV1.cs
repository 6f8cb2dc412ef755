namespace CompileModel.Bench.Models;

/// <summary>MobileNet 1.0 224 (<see href="https://arxiv.org/abs/1704.04861"/>): 13 pairs of depthwise and pointwise convolutions, 569 million multiply-accumulates.</summary>
public static class MobileNetV1
{
    private static readonly (int Channels, int Stride)[] Blocks =
        [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1)];

    /// <summary>The network.</summary>
    public static Network Create(string name)
    {
        var b = new NetworkBuilder(name, new(3, 224, 224));
        int x = b.Conv(0, 32, 3, 2);
        foreach (var (channels, stride) in Blocks) x = b.Conv(b.Depthwise(x, stride, Activation.Relu), channels, 1);
        b.Softmax(b.Dense(b.GlobalAverage(x), 1000));
        return b.Build();
    }
}
