namespace CompileModel.Bench.Models;

/// <summary>Strings layers together; every method takes and returns the numbers of values.</summary>
/// <param name="name">Name of the network.</param>
/// <param name="input">Shape of its input, value 0.</param>
public sealed class NetworkBuilder(string name, Image input)
{
    private readonly List<Layer> layers = [];

    /// <summary>Channels of a value.</summary>
    public int Channels(int value) => Shape(value).Channels;

    /// <summary>A convolution that keeps the size but for the stride: padded by half its kernel, unless told otherwise.</summary>
    public int Conv(int value, int channels, int kernel, int stride = 1, Activation activation = Activation.Relu, int? padding = null, int groups = 1)
    {
        var from = Shape(value);
        int pad = padding ?? kernel / 2;
        return Add(new ConvLayer(value, from, from.Window(channels, kernel, stride, pad), kernel, stride, pad, groups, activation));
    }

    /// <summary>A 3x3 convolution of every channel by itself.</summary>
    public int Depthwise(int value, int stride, Activation activation, int kernel = 3) =>
        Conv(value, Channels(value), kernel, stride, activation, groups: Channels(value));

    /// <summary>Maximum pooling.</summary>
    public int MaxPool(int value, int kernel, int stride, int padding = 0, bool ceil = false) =>
        Add(new MaxPoolLayer(value, Shape(value).Window(Channels(value), kernel, stride, padding, ceil), kernel, stride, padding, ceil));

    /// <summary>The sum of two values.</summary>
    public int Sum(int left, int right, Activation activation) => Add(new AddLayer(left, right, Shape(left), activation));

    /// <summary>Two values side by side.</summary>
    public int Concat(int left, int right) => Add(new ConcatLayer(left, right, Shape(left) with { Channels = Channels(left) + Channels(right) }));

    /// <summary>The mean of every channel.</summary>
    public int GlobalAverage(int value) => Add(new GlobalAverageLayer(value, new(Channels(value), 1, 1)));

    /// <summary>A fully connected layer.</summary>
    public int Dense(int value, int outputs) => Add(new DenseLayer(value, Shape(value).Count, new(outputs, 1, 1)));

    /// <summary>Softmax.</summary>
    public int Softmax(int value) => Add(new SoftmaxLayer(value, Shape(value)));

    /// <summary>The network; the value added last is its output.</summary>
    public Network Build() => new(name, input, [.. layers]);

    private Image Shape(int value) => value == 0 ? input : layers[value - 1].Output;

    private int Add(Layer layer)
    {
        layers.Add(layer);
        return layers.Count;
    }
}
