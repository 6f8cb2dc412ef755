namespace CompileModel.Frontend.Operators;

/// <summary>Imports Sign.</summary>
public sealed class Sign : UnaryImporter<IR.Operators.Sign>;
