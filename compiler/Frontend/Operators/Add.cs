namespace CompileModel.Frontend.Operators;

/// <summary>Imports Add.</summary>
public sealed class Add : BinaryImporter<IR.Operators.Add>;
