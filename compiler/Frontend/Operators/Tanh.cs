namespace CompileModel.Frontend.Operators;

/// <summary>Imports Tanh.</summary>
public sealed class Tanh : UnaryImporter<IR.Operators.Tanh>;
