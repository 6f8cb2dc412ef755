namespace CompileModel.Frontend.Operators;

/// <summary>Imports Floor.</summary>
public sealed class Floor : UnaryImporter<IR.Operators.Floor>;
