namespace CompileModel.Bench.Models;

/// <summary>MobileNetV2 1.0 224 (<see href="https://arxiv.org/abs/1801.04381"/>): inverted residuals with linear bottlenecks, 300 million multiply-accumulates.</summary>
public static class MobileNetV2
{
    /// <summary>Table 2 of the paper: expansion, channels, repetitions, stride of the first.</summary>
    private static readonly (int Expansion, int Channels, int Count, int Stride)[] Stages =
        [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)];

    /// <summary>The network.</summary>
    public static Network Create(string name)
    {
        var b = new NetworkBuilder(name, new(3, 224, 224));
        int x = b.Conv(0, 32, 3, 2, Activation.Relu6);
        foreach (var (expansion, channels, count, stride) in Stages)
            for (int i = 0; i < count; i++) x = Block(b, x, expansion, channels, i == 0 ? stride : 1);
        b.Softmax(b.Dense(b.GlobalAverage(b.Conv(x, 1280, 1, activation: Activation.Relu6)), 1000));
        return b.Build();
    }

    private static int Block(NetworkBuilder b, int x, int expansion, int channels, int stride)
    {
        int y = expansion == 1 ? x : b.Conv(x, b.Channels(x) * expansion, 1, activation: Activation.Relu6);
        y = b.Conv(b.Depthwise(y, stride, Activation.Relu6), channels, 1, activation: Activation.None);
        return stride == 1 && b.Channels(x) == channels ? b.Sum(x, y, Activation.None) : y;
    }
}
