using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Scaler of the domain ai.onnx.ml: (x - offset) * scale.</summary>
public sealed class Scaler() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        Value Row(string name, float @default) => node.Floats(name) is { Length: > 0 } values ? node.Constant(Tensor.Of(IR.Shape.Of(values.Length), values), name) : node.Constant(Tensor.Of(IR.Shape.Scalar, @default), name);
        var x = node.Add(new IR.Operators.Cast(ElementType.Float32), node.Inputs[0]);
        node.Emit(new IR.Operators.Mul(), node.Add(new IR.Operators.Sub(), x, Row("offset", 0)), Row("scale", 1));
    }
}
