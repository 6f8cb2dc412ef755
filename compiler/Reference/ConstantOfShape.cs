using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ConstantOfShape"/>.</summary>
public sealed class ConstantOfShape : IEvaluator<IR.Operators.ConstantOfShape>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.ConstantOfShape op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        return [Movement.Select(op.Value, outputs[0], _ => 0)];
    }
}
