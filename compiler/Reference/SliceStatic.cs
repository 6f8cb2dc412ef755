using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.SliceStatic"/>.</summary>
public sealed class SliceStatic : IEvaluator<IR.Operators.SliceStatic>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.SliceStatic op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        long[] strides = x.Shape.Strides();
        long start = 0;
        for (int i = 0; i < strides.Length; i++)
        {
            start += op.Starts[i] * strides[i];
            strides[i] *= op.Steps[i];
        }
        return [Movement.Select(x, outputs[0], i => start + i.Dot(strides))];
    }
}
