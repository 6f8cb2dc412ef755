using CompileModel.IR;

namespace CompileModel.Reference.Fused;

/// <summary>Evaluates <see cref="IR.Operators.Fused.MatMulFused"/>.</summary>
public sealed class MatMulFused : IEvaluator<IR.Operators.Fused.MatMulFused>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Fused.MatMulFused op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var b = inputs[1]!;
        int rank = b.Shape.Rank;
        if (op.TransposeB) b = Movement.Transpose(b, [.. Enumerable.Range(0, rank - 2), rank - 1, rank - 2]);
        return [Epilogues.Finish(op, MatrixProduct.Multiply(Epilogues.Centered(inputs[0]!, op.InputZero), b, outputs[0].Shape), inputs, outputs[0])];
    }
}
