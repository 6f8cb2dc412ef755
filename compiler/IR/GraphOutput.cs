namespace CompileModel.IR;

/// <summary>A result of a graph: the name the user sees and the value that carries it.</summary>
public sealed record GraphOutput(string Name, Value Value);
