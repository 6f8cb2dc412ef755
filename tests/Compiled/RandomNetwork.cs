using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>
/// Adds a random convolutional network to a model: a few blocks out of those that real networks are made of (plain, depthwise, grouped and dilated
/// convolutions, pooling, residuals, concatenations, channel splits and shuffles, squeeze and excitation, upsampling), then one of several heads.
/// The same seed gives the same network. Weights keep values near 1, so that a tolerance means the same everywhere.
/// </summary>
internal sealed class RandomNetwork
{
    private readonly OnnxModelBuilder model;
    private readonly TestData data;
    private Map map;

    private RandomNetwork(OnnxModelBuilder model, int seed)
    {
        this.model = model;
        data = new(seed);
        int channels = data.Pick(1, 3, 4, 5, 8, 12, 16), height = data.Int(6, 21), width = data.Int(6, 21);
        map = new(model.Input("x", 1, channels, height, width), channels, height, width);
    }

    /// <summary>Adds the network of a seed.</summary>
    public static void AddTo(OnnxModelBuilder model, int seed)
    {
        model.Prefix = $"net{seed}_";
        var network = new RandomNetwork(model, seed);
        network.map = network.Convolution(network.map);
        for (int blocks = network.data.Int(2, 5); blocks > 0; blocks--) network.map = network.Block(network.map);
        network.Head();
    }

    private Map Block(Map x) => data.Int(0, 11) switch
    {
        0 or 1 => Convolution(x),
        2 => Depthwise(x),
        3 => Pool(x),
        4 => Residual(x),
        5 => Branches(x),
        6 => SqueezeAndExcite(x),
        7 => Shuffle(x),
        8 => Upsample(x),
        9 => Normalized(x),
        10 => SlicedChannels(x),
        _ => Padded(x),
    };

    private Map Convolution(Map x) => Convolution(x, data.Pick(4, 7, 8, 16, 20, 24), data.Pick(1, 1, 3, 3, 5), data.OneIn(3) ? 2 : 1, activated: true);

    private Map Convolution(Map x, int outputs, int kernel, int stride, bool activated)
    {
        int dilation = kernel == 3 && data.OneIn(4) ? 2 : 1, groups = x.Channels % 2 == 0 && outputs % 2 == 0 && data.OneIn(5) ? 2 : 1;
        int reach = dilation * (kernel - 1), before = reach / 2, after = reach - before;
        if (Math.Min(x.Height, x.Width) < stride) stride = 1;
        if (kernel > 1 && data.OneIn(6)) before++;
        int height = ((x.Height + before + after - reach - 1) / stride) + 1, width = ((x.Width + before + after - reach - 1) / stride) + 1;
        string[] operands = [x.Name, model.Constant(data.Weights([outputs, x.Channels / groups, kernel, kernel], x.Channels / groups * kernel * kernel), "w")];
        if (!data.OneIn(4)) operands = [.. operands, model.Constant(data.Floats([outputs], -0.5f, 0.5f), "b")];
        var result = model.Node("Conv", operands, ("kernel_shape", new[] { kernel, kernel }), ("strides", new[] { stride, stride }),
            ("dilations", new[] { dilation, dilation }), ("pads", new[] { before, before, after, after }), ("group", groups));
        return new(activated ? Activation(result, outputs) : result, outputs, height, width);
    }

    private Map Depthwise(Map x)
    {
        int kernel = data.Pick(3, 3, 5), stride = Math.Min(x.Height, x.Width) > 4 && data.OneIn(3) ? 2 : 1, pad = kernel / 2;
        var result = model.Node("Conv", [x.Name, model.Constant(data.Weights([x.Channels, 1, kernel, kernel], kernel * kernel), "w"), model.Constant(data.Floats([x.Channels]), "b")],
            ("kernel_shape", new[] { kernel, kernel }), ("strides", new[] { stride, stride }), ("pads", new[] { pad, pad, pad, pad }), ("group", x.Channels));
        return new(Activation(result, x.Channels), x.Channels, ((x.Height - 1) / stride) + 1, ((x.Width - 1) / stride) + 1);
    }

    private Map Pool(Map x)
    {
        if (Math.Min(x.Height, x.Width) < 4) return Convolution(x);
        int kernel = data.Pick(2, 3), pad = kernel == 3 && data.OneIn(2) ? 1 : 0;
        (string, object)[] attributes = [("kernel_shape", new[] { kernel, kernel }), ("strides", new[] { 2, 2 }), ("pads", new[] { pad, pad, pad, pad })];
        var result = data.OneIn(2)
            ? model.Node("MaxPool", [x.Name], attributes)
            : model.Node("AveragePool", [x.Name], [.. attributes, ("count_include_pad", data.Int(0, 1))]);
        return new(result, x.Channels, ((x.Height + (2 * pad) - kernel) / 2) + 1, ((x.Width + (2 * pad) - kernel) / 2) + 1);
    }

    private Map Residual(Map x)
    {
        var expanded = Convolution(x, x.Channels * 2, 1, 1, activated: true);
        var inner = Depthwise(expanded);
        if (inner.Height != x.Height) inner = expanded;
        var projected = Convolution(inner, x.Channels, 1, 1, activated: false);
        var sum = model.Node("Add", data.OneIn(2) ? [x.Name, projected.Name] : [projected.Name, x.Name]);
        return x with { Name = data.OneIn(2) ? Activation(sum, x.Channels) : sum };
    }

    private Map Branches(Map x)
    {
        var left = Convolution(x, data.Pick(4, 8, 10), 1, 1, activated: true);
        var right = Convolution(x, data.Pick(4, 8), 1, 1, activated: true);
        string[] parts = data.OneIn(2) ? [left.Name, right.Name] : [left.Name, x.Name, right.Name];
        return x with { Name = model.Node("Concat", parts, ("axis", data.Pick(1, -3))), Channels = left.Channels + right.Channels + (parts.Length == 3 ? x.Channels : 0) };
    }

    private Map SqueezeAndExcite(Map x)
    {
        var squeezed = new Map(model.Node("GlobalAveragePool", [x.Name]), x.Channels, 1, 1);
        var excited = Convolution(Convolution(squeezed, 4, 1, 1, activated: true), x.Channels, 1, 1, activated: false);
        return x with { Name = model.Node("Mul", [x.Name, model.Node(data.Pick("Sigmoid", "HardSigmoid"), [excited.Name])]) };
    }

    private Map Shuffle(Map x)
    {
        if (x.Channels % 2 != 0) return Depthwise(x);
        var grouped = model.Node("Reshape", [x.Name, model.Ints(1, 2, x.Channels / 2, x.Height, x.Width)]);
        var swapped = model.Node("Transpose", [grouped], ("perm", new[] { 0, 2, 1, 3, 4 }));
        return x with { Name = model.Node("Reshape", [swapped, model.Ints(1, x.Channels, x.Height, x.Width)]) };
    }

    private Map Upsample(Map x)
    {
        if (x.Height * x.Width > 200) return Pool(x);
        if (data.OneIn(3))
        {
            int outputs = data.Pick(3, 4, 8);
            var weights = model.Constant(data.Weights([x.Channels, outputs, 2, 2], x.Channels), "w");
            var result = model.Node("ConvTranspose", [x.Name, weights], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
            return new(result, outputs, 2 * x.Height, 2 * x.Width);
        }
        var scales = model.Constant([4], 1, 1, 2, 2);
        var resized = data.OneIn(2)
            ? model.Node("Resize", [x.Name, "", scales], ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor"))
            : model.Node("Resize", [x.Name, "", scales], ("mode", "linear"), ("coordinate_transformation_mode", data.Pick("half_pixel", "align_corners", "asymmetric")));
        return new(resized, x.Channels, 2 * x.Height, 2 * x.Width);
    }

    private Map Normalized(Map x)
    {
        var convolved = Convolution(x, data.Pick(6, 8), data.Pick(1, 3), 1, activated: false);
        int[] shape = [convolved.Channels];
        var result = model.Node("BatchNormalization",
            [convolved.Name, model.Constant(data.Floats(shape, 0.5f, 1.5f)), model.Constant(data.Floats(shape)), model.Constant(data.Floats(shape)), model.Constant(data.Floats(shape, 0.5f, 1.5f))],
            ("epsilon", 1e-3f));
        return convolved with { Name = Activation(result, convolved.Channels) };
    }

    private Map SlicedChannels(Map x)
    {
        if (x.Channels < 3) return Convolution(x);
        int from = data.Int(0, 1), to = x.Channels - data.Int(0, 1);
        var kept = model.Node("Slice", [x.Name, model.Ints(from), model.Ints(to), model.Ints(1)]);
        return Convolution(x with { Name = kept, Channels = to - from });
    }

    private Map Padded(Map x)
    {
        var padded = model.Node("Pad", [x.Name, model.Ints(0, 0, 1, 0, 0, 0, 1, 2)], ("mode", "constant"));
        return Convolution(new(padded, x.Channels, x.Height + 2, x.Width + 2), 8, 3, 1, activated: true);
    }

    private string Activation(string x, int channels) => data.Int(0, 11) switch
    {
        0 or 1 or 2 => model.Node("Relu", [x]),
        3 or 4 => model.Node("Clip", [x, model.Constant([], 0), model.Constant([], 6)]),
        5 => model.Node("LeakyRelu", [x], ("alpha", 0.1f)),
        6 => model.Node("Mul", [x, model.Node("Sigmoid", [x])]),
        7 => model.Node("HardSwish", [x]),
        8 => model.Node("PRelu", [x, model.Constant(data.Floats([channels, 1, 1], 0, 0.5f))]),
        9 => model.Node("Tanh", [x]),
        10 => model.Node("Elu", [x]),
        _ => x,
    };

    private void Head()
    {
        int features = map.Channels * map.Height * map.Width;
        model.Output(data.Int(0, 4) switch
        {
            0 => model.Node("Softmax", [Dense(model.Node("Flatten", [model.Node("GlobalAveragePool", [map.Name])]), map.Channels, 10)], ("axis", 1)),
            1 => Dense(model.Node("Reshape", [map.Name, model.Ints(1, -1)]), features, 6),
            2 => model.Node("Reshape", [model.Node("Transpose", [map.Name], ("perm", new[] { 0, 2, 3, 1 })), model.Ints(1, -1, map.Channels)]),
            3 => model.Node("ReduceMean", [map.Name], ("axes", new[] { 2, 3 }), ("keepdims", data.Int(0, 1))),
            _ => map.Name,
        });
    }

    private string Dense(string x, int inputs, int outputs)
    {
        var weights = data.Weights([outputs, inputs], inputs);
        return model.Node("Gemm", [x, model.Constant(weights, "w"), model.Constant(data.Floats([outputs]), "b")], ("transB", 1));
    }

    /// <summary>A value of shape [1, Channels, Height, Width].</summary>
    private sealed record Map(string Name, int Channels, int Height, int Width);
}
