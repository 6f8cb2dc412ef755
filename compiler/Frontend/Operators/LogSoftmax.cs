namespace CompileModel.Frontend.Operators;

/// <summary>Imports LogSoftmax.</summary>
public sealed class LogSoftmax() : SoftmaxImporter(axis => new IR.Operators.LogSoftmax(axis));
