namespace CompileModel.Frontend.Operators;

/// <summary>Imports Where.</summary>
public sealed class Where() : SimpleImporter<IR.Operators.Where>(3, 3);
