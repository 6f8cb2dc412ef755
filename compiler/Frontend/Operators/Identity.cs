namespace CompileModel.Frontend.Operators;

/// <summary>Imports Identity.</summary>
public sealed class Identity : UnaryImporter<IR.Operators.Identity>;
