namespace CompileModel.Frontend.Operators;

/// <summary>Imports Min.</summary>
public sealed class Min : VariadicImporter<IR.Operators.Min>;
