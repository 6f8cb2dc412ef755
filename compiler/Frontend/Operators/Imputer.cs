using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Imputer of the domain ai.onnx.ml: another value in the place of one.</summary>
public sealed class Imputer() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        bool isFloat = node.Floats("imputed_value_floats") is { Length: > 0 };
        Value Row<T>(ElementType type, T[] values, string name) where T : unmanaged => node.Constant(Tensor.From<T>(type, IR.Shape.Of(values.Length), values), name);
        Value x = node.Inputs[0]!, imputed = isFloat ? Row(ElementType.Float32, node.Floats("imputed_value_floats")!, "imputed") : Row(ElementType.Int64, node.Longs("imputed_value_int64s") ?? [], "imputed");
        float replaced = node.Float("replaced_value_float", 0);
        long replacedInteger = node.Int("replaced_value_int64", 0);
        var isReplaced = isFloat && float.IsNaN(replaced) ? node.Add(new IR.Operators.IsNaN(), x)
            : node.Add(new IR.Operators.Equal(), x, isFloat ? Row(ElementType.Float32, [replaced], "replaced") : Row(ElementType.Int64, [replacedInteger], "replaced"));
        node.Emit(new IR.Operators.Where(), isReplaced, imputed, x);
    }
}
