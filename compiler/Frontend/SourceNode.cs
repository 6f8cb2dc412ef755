using CompileModel.Frontend.Proto;

namespace CompileModel.Frontend;

/// <summary>A node after functions were inlined.</summary>
/// <param name="Index">Position of the node, or of the function call it came from, in the model's node list.</param>
/// <param name="Name">Name, that of the call in front.</param>
/// <param name="Proto">The node.</param>
/// <param name="Opsets">Operator set versions that count for it.</param>
/// <param name="Calls">The functions it came from, outermost first.</param>
internal sealed record SourceNode(int Index, string Name, NodeProto Proto, IReadOnlyDictionary<string, int> Opsets, IReadOnlyList<FunctionProto> Calls);
