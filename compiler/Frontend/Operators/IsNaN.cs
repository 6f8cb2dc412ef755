namespace CompileModel.Frontend.Operators;

/// <summary>Imports IsNaN.</summary>
public sealed class IsNaN : UnaryImporter<IR.Operators.IsNaN>;
