namespace CompileModel.Frontend.Operators;

/// <summary>Imports HannWindow.</summary>
public sealed class HannWindow() : WindowImporter((type, periodic) => new IR.Operators.HannWindow(type, periodic));
