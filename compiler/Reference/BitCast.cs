using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BitCast"/>.</summary>
public sealed class BitCast : IEvaluator<IR.Operators.BitCast>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.BitCast op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs) => [new(outputs[0], inputs[0]!.Bytes.ToArray())];
}
