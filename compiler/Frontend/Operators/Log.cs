namespace CompileModel.Frontend.Operators;

/// <summary>Imports Log.</summary>
public sealed class Log : UnaryImporter<IR.Operators.Log>;
