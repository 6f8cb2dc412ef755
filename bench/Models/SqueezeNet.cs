namespace CompileModel.Bench.Models;

/// <summary>SqueezeNet 1.1 (<see href="https://arxiv.org/abs/1602.07360"/>, <see href="https://github.com/forresti/SqueezeNet"/>): eight fire modules, 349 million multiply-accumulates.</summary>
public static class SqueezeNet
{
    /// <summary>The network.</summary>
    public static Network Create(string name)
    {
        var b = new NetworkBuilder(name, new(3, 224, 224));
        int x = Pool(b, b.Conv(0, 64, 3, 2, padding: 0));
        x = Pool(b, Fire(b, Fire(b, x, 16, 64), 16, 64));
        x = Pool(b, Fire(b, Fire(b, x, 32, 128), 32, 128));
        x = Fire(b, Fire(b, Fire(b, Fire(b, x, 48, 192), 48, 192), 64, 256), 64, 256);
        b.Softmax(b.GlobalAverage(b.Conv(x, 1000, 1)));
        return b.Build();
    }

    private static int Pool(NetworkBuilder b, int x) => b.MaxPool(x, 3, 2, ceil: true);

    private static int Fire(NetworkBuilder b, int x, int squeeze, int expand)
    {
        int y = b.Conv(x, squeeze, 1);
        return b.Concat(b.Conv(y, expand, 1), b.Conv(y, expand, 3));
    }
}
