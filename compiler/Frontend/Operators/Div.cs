namespace CompileModel.Frontend.Operators;

/// <summary>Imports Div.</summary>
public sealed class Div : BinaryImporter<IR.Operators.Div>;
