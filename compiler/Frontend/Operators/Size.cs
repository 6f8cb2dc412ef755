namespace CompileModel.Frontend.Operators;

/// <summary>Imports Size.</summary>
public sealed class Size : UnaryImporter<IR.Operators.Size>;
