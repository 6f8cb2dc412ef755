namespace CompileModel.IR;

/// <summary>The ONNX node that a node of the IR came from.</summary>
/// <param name="Index">Position in the model's node list.</param>
/// <param name="Name">The node's name; the name of its first output when it has none.</param>
/// <param name="OpType">Operator type, with its domain unless that is the default one.</param>
public sealed record Origin(int Index, string Name, string OpType)
{
    /// <summary>For instance <c>node 12 'conv1' Conv</c>.</summary>
    public override string ToString() => $"node {Index} '{Name}' {OpType}";
}
