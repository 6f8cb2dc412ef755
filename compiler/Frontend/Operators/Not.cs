namespace CompileModel.Frontend.Operators;

/// <summary>Imports Not.</summary>
public sealed class Not : UnaryImporter<IR.Operators.Not>;
