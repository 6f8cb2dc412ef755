namespace CompileModel.Frontend.Operators;

/// <summary>Imports GlobalMaxPool.</summary>
public sealed class GlobalMaxPool : UnaryImporter<IR.Operators.GlobalMaxPool>;
