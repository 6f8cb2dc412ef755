namespace CompileModel.Frontend.Operators;

/// <summary>Imports Sin.</summary>
public sealed class Sin : UnaryImporter<IR.Operators.Sin>;
