namespace CompileModel.Frontend.Operators;

/// <summary>Imports Relu.</summary>
public sealed class Relu : UnaryImporter<IR.Operators.Relu>;
