namespace CompileModel.Frontend.Operators;

/// <summary>Imports ScatterND.</summary>
public sealed class ScatterND() : ScatterImporter((_, reduction) => new IR.Operators.ScatterND(reduction));
