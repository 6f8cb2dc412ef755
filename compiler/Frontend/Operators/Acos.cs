namespace CompileModel.Frontend.Operators;

/// <summary>Imports Acos.</summary>
public sealed class Acos : UnaryImporter<IR.Operators.Acos>;
