namespace CompileModel.Frontend.Operators;

/// <summary>Imports OneHotEncoder of the domain ai.onnx.ml.</summary>
public sealed class OneHotEncoder() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // What is no category gives zeros, also where the standard lets it be an error.
        node.Ignore("zeros");
        node.Emit(new IR.Operators.OneHotEncoder(IR.Tensor.OfInts(node.Longs("cats_int64s") ?? throw ImportContext.Bad("cats_int64s", "is missing"))), node.Inputs[0]);
    }
}
