namespace CompileModel.Frontend;

/// <summary>What the user says about a model's symbolic dimensions.</summary>
public sealed record ImportOptions
{
    /// <summary>Options that say nothing.</summary>
    public static ImportOptions None { get; } = new();

    /// <summary>Values of dimension symbols: <c>--dim NAME=VALUE</c>.</summary>
    public IReadOnlyDictionary<string, long> Dims { get; init; } = new Dictionary<string, long>();

    /// <summary>Whole shapes of inputs: <c>--input-shape NAME=1,3,224,224</c>.</summary>
    public IReadOnlyDictionary<string, long[]> InputShapes { get; init; } = new Dictionary<string, long[]>();
}
