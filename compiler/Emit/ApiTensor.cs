using CompileModel.IR;

namespace CompileModel.Emit;

/// <summary>An input or output that the typed API takes as a span.</summary>
/// <param name="Index">Its number among the inputs or outputs of the graph.</param>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Name">Name in the model.</param>
/// <param name="Type">Its type; open dimensions at their bounds.</param>
public sealed record ApiTensor(int Index, string Parameter, string Name, TensorType Type);
