namespace CompileModel.Frontend.Operators;

/// <summary>Imports BlackmanWindow.</summary>
public sealed class BlackmanWindow() : WindowImporter((type, periodic) => new IR.Operators.BlackmanWindow(type, periodic));
