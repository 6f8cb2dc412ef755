using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Prefix"/>.</summary>
public sealed class Prefix : IEvaluator<IR.Operators.Prefix>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Prefix op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs) =>
        [new(outputs[0], inputs[0]!.Bytes[..checked((int)outputs[0].Bytes)].ToArray())];
}
