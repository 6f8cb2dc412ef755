namespace CompileModel.Frontend.Operators;

/// <summary>Imports Hardmax.</summary>
public sealed class Hardmax() : SoftmaxImporter(axis => new IR.Operators.Hardmax(axis));
