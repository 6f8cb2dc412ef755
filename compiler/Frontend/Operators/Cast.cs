namespace CompileModel.Frontend.Operators;

/// <summary>Imports Cast; before opset 6 the type is given by its name.</summary>
public sealed class Cast() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.Cast(node.ElementType("to", node.Opset < 6), node.Flag("saturate", true), node.ScaleRounding()), node.Inputs[0]);
}
