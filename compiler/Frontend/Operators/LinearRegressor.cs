using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports LinearRegressor of the domain ai.onnx.ml.</summary>
public sealed class LinearRegressor() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        float[] coefficients = node.Floats("coefficients") ?? throw ImportContext.Bad("coefficients", "is missing");
        var result = node.Linear(node.Inputs[0]!, coefficients, node.Floats("intercepts") ?? [], node.Int32("targets", 1));
        node.Emit(TreeBuilder.Transform(node) switch
        {
            PostTransform.None => new IR.Operators.Identity(),
            PostTransform.Softmax => new IR.Operators.Softmax(-1),
            PostTransform.Logistic => new IR.Operators.Sigmoid(),
            _ => throw ImportContext.Bad("post_transform", "is not supported here"),
        }, result);
    }
}
