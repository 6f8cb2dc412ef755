using CompileModel.Passes.Bounded;

namespace CompileModel.Emit;

/// <summary>What goes into the emitted project besides the planned graph. The emitted bytes are a function of these and the graph alone.</summary>
/// <param name="Name">Name of the project and the executable.</param>
/// <param name="ModelHash">SHA-256 of the model file, lower-case hexadecimal.</param>
/// <param name="Opsets">Operator set imports, for instance <c>ai.onnx 13</c>.</param>
/// <param name="Options">The options that shaped the result, as the user would write them.</param>
public sealed record EmitOptions(string Name, string ModelHash, string Opsets, string Options)
{
    /// <summary>What of the graph's inputs and outputs are extents.</summary>
    public RuntimeExtents Extents { get; init; } = RuntimeExtents.None;

    /// <summary>States that the program keeps between inferences.</summary>
    public IReadOnlyList<StateLink> States { get; init; } = [];

    /// <summary>Version of the compiler, part of every header.</summary>
    public static string ToolVersion { get; } = typeof(EmitOptions).Assembly.GetName().Version!.ToString(3);
}
