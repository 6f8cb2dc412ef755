namespace CompileModel.Frontend.Operators;

/// <summary>Imports Det.</summary>
public sealed class Det() : UnaryImporter<IR.Operators.Det>;
