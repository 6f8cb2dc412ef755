namespace CompileModel.Frontend.Operators;

/// <summary>Imports Sum.</summary>
public sealed class Sum : VariadicImporter<IR.Operators.Add>;
