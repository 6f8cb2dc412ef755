namespace CompileModel.Frontend;

/// <summary>A node as the model file says it, without protobuf types: what importers read.</summary>
/// <param name="Index">Position in the model's node list.</param>
/// <param name="Name">Name, possibly empty.</param>
/// <param name="Domain">Operator domain; the default one is empty (<c>ai.onnx</c> reads as empty).</param>
/// <param name="OpType">Operator type.</param>
/// <param name="Inputs">Names of the operands; empty where one is left out.</param>
/// <param name="Outputs">Names of the results; empty where one is not wanted.</param>
/// <param name="Attributes">Attributes that are given.</param>
public sealed record OnnxNode(
    int Index, string Name, string Domain, string OpType, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<OnnxAttribute> Attributes);
