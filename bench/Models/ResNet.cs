namespace CompileModel.Bench.Models;

/// <summary>
/// Residual networks (<see href="https://arxiv.org/abs/1512.03385"/>). ResNet-50 is the paper's first version, whose stride lies in the first 1x1 convolution of a block:
/// 3858 million multiply-accumulates; ResNet-18 has 1814.
/// </summary>
public static class ResNet
{
    private static readonly int[] Widths = [64, 128, 256, 512];

    /// <summary>Blocks of two 3x3 convolutions, two in each of the four stages.</summary>
    public static Network Create18(string name) => Create(name, [2, 2, 2, 2], 1, Basic);

    /// <summary>Blocks of 1x1, 3x3, 1x1 that end in four times the width.</summary>
    public static Network Create50(string name) => Create(name, [3, 4, 6, 3], 4, Bottleneck);

    private static Network Create(string name, int[] counts, int widening, Func<NetworkBuilder, int, int, int, int> branch)
    {
        var b = new NetworkBuilder(name, new(3, 224, 224));
        int x = b.MaxPool(b.Conv(0, 64, 7, 2), 3, 2, 1);
        for (int stage = 0; stage < counts.Length; stage++)
        {
            for (int i = 0; i < counts[stage]; i++)
            {
                int stride = stage > 0 && i == 0 ? 2 : 1, channels = Widths[stage] * widening;
                int shortcut = stride == 1 && b.Channels(x) == channels ? x : b.Conv(x, channels, 1, stride, Activation.None);
                x = b.Sum(branch(b, x, Widths[stage], stride), shortcut, Activation.Relu);
            }
        }
        b.Softmax(b.Dense(b.GlobalAverage(x), 1000));
        return b.Build();
    }

    private static int Basic(NetworkBuilder b, int x, int width, int stride) =>
        b.Conv(b.Conv(x, width, 3, stride), width, 3, activation: Activation.None);

    private static int Bottleneck(NetworkBuilder b, int x, int width, int stride) =>
        b.Conv(b.Conv(b.Conv(x, width, 1, stride), width, 3), 4 * width, 1, activation: Activation.None);
}
