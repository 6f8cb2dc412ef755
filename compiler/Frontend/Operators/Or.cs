namespace CompileModel.Frontend.Operators;

/// <summary>Imports Or.</summary>
public sealed class Or : BinaryImporter<IR.Operators.Or>;
