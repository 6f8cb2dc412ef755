namespace CompileModel.Bench.Models;

/// <summary>The networks that can be named on the command line.</summary>
public static class Networks
{
    private static readonly Dictionary<string, (string Title, Func<string, Network> Create)> Architectures = new()
    {
        ["squeezenet"] = ("SqueezeNet 1.1", SqueezeNet.Create),
        ["mobilenetv1"] = ("MobileNetV1", MobileNetV1.Create),
        ["mobilenetv2"] = ("MobileNetV2", MobileNetV2.Create),
        ["resnet18"] = ("ResNet-18", ResNet.Create18),
        ["resnet50"] = ("ResNet-50 v1", ResNet.Create50),
    };

    /// <summary>Names of the five architectures.</summary>
    public static IReadOnlyList<string> Names => [.. Architectures.Keys];

    /// <summary>A name for tables: the architecture's own, else as it is.</summary>
    public static string Title(string name) => Architectures.TryGetValue(name, out var entry) ? entry.Title : name;

    /// <summary>A network by the name of an architecture or of a single layer.</summary>
    /// <exception cref="BenchException">There is none of this name.</exception>
    public static Network Create(string name) =>
        Architectures.TryGetValue(name, out var entry) ? entry.Create(name) : SingleLayer.Parse(name)
            ?? throw new BenchException($"no network is named '{name}'; there are {string.Join(", ", Architectures.Keys)} and single layers such as {string.Join(", ", SingleLayer.Table)}");
}
