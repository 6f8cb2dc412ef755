namespace CompileModel.Frontend.Operators;

/// <summary>Imports Atan.</summary>
public sealed class Atan : UnaryImporter<IR.Operators.Atan>;
