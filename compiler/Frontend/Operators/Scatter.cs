namespace CompileModel.Frontend.Operators;

/// <summary>Imports Scatter, the former name of ScatterElements.</summary>
public sealed class Scatter() : ScatterImporter((node, reduction) => new IR.Operators.ScatterElements(node.Int32("axis", 0), reduction));
