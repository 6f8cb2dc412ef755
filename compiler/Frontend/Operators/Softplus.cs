namespace CompileModel.Frontend.Operators;

/// <summary>Imports Softplus.</summary>
public sealed class Softplus : UnaryImporter<IR.Operators.Softplus>;
