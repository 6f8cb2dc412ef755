namespace CompileModel.Frontend.Operators;

/// <summary>Imports Softmax.</summary>
public sealed class Softmax() : SoftmaxImporter(axis => new IR.Operators.Softmax(axis));
