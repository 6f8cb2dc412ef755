namespace CompileModel.Frontend.Operators;

/// <summary>Imports Equal.</summary>
public sealed class Equal : BinaryImporter<IR.Operators.Equal>;
