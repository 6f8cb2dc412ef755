using System.Globalization;
using System.Text.RegularExpressions;

namespace CompileModel.Bench.Models;

/// <summary>
/// A network of one layer, named by its numbers: <c>conv3x3-56-64-128</c> (kernel, side of the input, channels in, channels out), <c>conv7x7-224-3-64-s2</c> (stride 2),
/// <c>dw3x3-112-32</c> (depthwise), <c>fc-2048-1000</c>. Convolutions are padded by half the kernel and followed by Relu.
/// </summary>
public static partial class SingleLayer
{
    /// <summary>The layers of the layer table: pointwise, 3x3, depthwise, first convolutions, fully connected.</summary>
    public static readonly IReadOnlyList<string> Table =
    [
        "conv1x1-56-64-256", "conv1x1-28-128-512", "conv1x1-14-512-512", "conv1x1-7-1024-1024", "conv1x1-16-256-256",
        "conv3x3-56-64-64", "conv3x3-28-128-128", "conv3x3-14-256-256", "conv3x3-7-512-512",
        "dw3x3-112-32", "dw3x3-56-128-s2", "dw3x3-14-512", "conv3x3-224-3-32-s2", "conv7x7-224-3-64-s2", "fc-2048-1000",
    ];

    /// <summary>The network of a name, or null when it is not such a name.</summary>
    public static Network? Parse(string name)
    {
        if (Pattern().Match(name) is not { Success: true } m) return null;
        int Number(string group, int otherwise = 0) => m.Groups[group].Success ? int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;
        if (m.Groups["from"].Success)
        {
            var dense = new NetworkBuilder(name, new(Number("from"), 1, 1));
            dense.Dense(0, Number("to"));
            return dense.Build();
        }
        int side = Number("side"), channels = Number("in");
        var b = new NetworkBuilder(name, new(channels, side, side));
        if (m.Groups["dw"].Success) b.Depthwise(0, Number("stride", 1), Activation.Relu, Number("kernel"));
        else b.Conv(0, Number("out"), Number("kernel"), Number("stride", 1));
        return b.Build();
    }

    [GeneratedRegex(@"^(?:(?:conv|(?<dw>dw))(?<kernel>[1-9]\d*)x\k<kernel>-(?<side>[1-9]\d*)-(?<in>[1-9]\d*)(?(dw)|-(?<out>[1-9]\d*))(?:-s(?<stride>[1-9]))?|fc-(?<from>[1-9]\d*)-(?<to>[1-9]\d*))$")]
    private static partial Regex Pattern();
}
