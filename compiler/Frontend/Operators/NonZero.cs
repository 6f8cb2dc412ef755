namespace CompileModel.Frontend.Operators;

/// <summary>Imports NonZero.</summary>
public sealed class NonZero : UnaryImporter<IR.Operators.NonZero>;
