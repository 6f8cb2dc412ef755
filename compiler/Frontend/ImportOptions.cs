using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>What the user says about a model's inputs and their symbolic dimensions.</summary>
public sealed record ImportOptions
{
    /// <summary>Options that say nothing.</summary>
    public static ImportOptions None { get; } = new();

    /// <summary>Values of dimension symbols: <c>--dim NAME=VALUE</c>.</summary>
    public IReadOnlyDictionary<string, long> Dims { get; init; } = new Dictionary<string, long>();

    /// <summary>Whole shapes of inputs: <c>--input-shape NAME=1,3,224,224</c>.</summary>
    public IReadOnlyDictionary<string, long[]> InputShapes { get; init; } = new Dictionary<string, long[]>();

    /// <summary>Smallest extents of the dimensions that stay open until run time, by symbol: <c>--dim NAME=LOW..HIGH</c>; <see cref="Dims"/> has the largest.</summary>
    public IReadOnlyDictionary<string, long> LowerBounds { get; init; } = new Dictionary<string, long>();

    /// <summary>Likewise by input and axis: <c>--input-shape NAME=1,LOW..HIGH</c>; <see cref="InputShapes"/> has the largest.</summary>
    public IReadOnlyDictionary<(string Input, int Axis), long> InputLowerBounds { get; init; } = new Dictionary<(string, int), long>();

    /// <summary>Numbers of items of inputs that are sequences, and of inputs that are optionals (0 or 1): <c>--length NAME=N</c>.</summary>
    public IReadOnlyDictionary<string, long> Lengths { get; init; } = new Dictionary<string, long>();

    /// <summary>Inputs by name that are no inputs of the program but these numbers: <c>--fix-input NAME=16000</c>.</summary>
    public IReadOnlyDictionary<string, double[]> FixedValues { get; init; } = new Dictionary<string, double[]>();

    /// <summary>Data for inputs by position, whose shapes and lengths take the place of those in the file.</summary>
    public IReadOnlyDictionary<int, DataItem> Data { get; init; } = new Dictionary<int, DataItem>();

    /// <summary>Inputs by position that are no inputs of the program but constants, as shapes and axes mostly are.</summary>
    public IReadOnlyDictionary<int, Tensor> FixedInputs { get; init; } = new Dictionary<int, Tensor>();
}
