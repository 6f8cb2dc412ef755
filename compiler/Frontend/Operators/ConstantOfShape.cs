using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports ConstantOfShape.</summary>
public sealed class ConstantOfShape() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var value = node.Tensor("value") ?? Tensor.Of([1], 0f);
        if (value.Count != 1) throw ImportContext.Bad("value", "must hold one element");
        node.Emit(new IR.Operators.ConstantOfShape(value.Reshape(IR.Shape.Scalar)), node.Inputs[0]);
    }
}
