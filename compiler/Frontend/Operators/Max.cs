namespace CompileModel.Frontend.Operators;

/// <summary>Imports Max.</summary>
public sealed class Max : VariadicImporter<IR.Operators.Max>;
