using System.Globalization;
using CompileModel.Bench.Models;
using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Peers;

/// <summary>Writes a network as the text that the drivers of engines without an ONNX reader take; see Native/net.h.</summary>
public static class NetworkText
{
    /// <summary>The file, written once.</summary>
    public static string WriteOnce(Network network)
    {
        string text = Of(network);
        return Cache.Once(Path.Combine(ModelFolder.Path, network.Name + ".txt"), path => File.WriteAllText(path, text));
    }

    /// <summary>The text.</summary>
    public static string Of(Network network) => Line("input", 0, 0, 0, 0, 0, 0, 0, 0, network.Input) + string.Concat(network.Layers.Select(Of));

    private static string Of(Layer layer) => layer switch
    {
        ConvLayer c => Line("conv", c.Input, 0, c.Kernel, c.Stride, c.Padding, c.Groups, (int)c.Activation, 0, c.Output),
        DenseLayer d => Line("dense", d.Input, 0, 0, 0, 0, 0, 0, 0, d.Output),
        MaxPoolLayer p => Line("pool", p.Input, 0, p.Kernel, p.Stride, p.Padding, 0, 0, p.Ceil ? 1 : 0, p.Output),
        AddLayer a => Line("add", a.Left, a.Right, 0, 0, 0, 0, (int)a.Activation, 0, a.Output),
        ConcatLayer c => Line("concat", c.Left, c.Right, 0, 0, 0, 0, 0, 0, c.Output),
        GlobalAverageLayer g => Line("mean", g.Input, 0, 0, 0, 0, 0, 0, 0, g.Output),
        SoftmaxLayer s => Line("softmax", s.Input, 0, 0, 0, 0, 0, 0, 0, s.Output),
        _ => throw new ArgumentException($"no line for {layer.GetType().Name}"),
    };

    private static string Line(string kind, int a, int b, int kernel, int stride, int padding, int groups, int activation, int ceil, Image output) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {a} {b} {kernel} {stride} {padding} {groups} {activation} {ceil} {output.Channels} {output.Height} {output.Width}\n");
}
