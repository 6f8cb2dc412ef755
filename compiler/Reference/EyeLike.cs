using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.EyeLike"/>.</summary>
public sealed class EyeLike : IEvaluator<IR.Operators.EyeLike>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.EyeLike op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] values = new double[outputs[0].Shape.Count];
        for (var i = new NdIndex(outputs[0].Shape); i.Valid; i.Next()) values[i.Flat] = i.At[1] - i.At[0] == op.K ? 1 : 0;
        return [Numeric.Pack(outputs[0], values)];
    }
}
