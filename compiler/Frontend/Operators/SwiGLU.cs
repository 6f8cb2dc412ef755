namespace CompileModel.Frontend.Operators;

/// <summary>Imports SwiGLU.</summary>
public sealed class SwiGLU() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.SwiGLU(node.Float("alpha", 1)), node.Inputs[0], node.Inputs[1]);
}
