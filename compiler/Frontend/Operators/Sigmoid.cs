namespace CompileModel.Frontend.Operators;

/// <summary>Imports Sigmoid.</summary>
public sealed class Sigmoid : UnaryImporter<IR.Operators.Sigmoid>;
