namespace CompileModel.Frontend.Operators;

/// <summary>Imports EyeLike.</summary>
public sealed class EyeLike() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.EyeLike(node.Has("dtype") ? node.ElementType("dtype") : null, node.Int32("k", 0)), node.Inputs[0]);
}
