namespace CompileModel.Frontend.Operators;

/// <summary>Imports Tan.</summary>
public sealed class Tan : UnaryImporter<IR.Operators.Tan>;
