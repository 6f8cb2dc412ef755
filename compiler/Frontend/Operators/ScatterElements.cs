namespace CompileModel.Frontend.Operators;

/// <summary>Imports ScatterElements.</summary>
public sealed class ScatterElements() : ScatterImporter((node, reduction) => new IR.Operators.ScatterElements(node.Int32("axis", 0), reduction));
