namespace CompileModel.Frontend.Operators;

/// <summary>Imports HammingWindow.</summary>
public sealed class HammingWindow() : WindowImporter((type, periodic) => new IR.Operators.HammingWindow(type, periodic));
