using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.MatMul"/>.</summary>
public sealed class MatMul : IEvaluator<IR.Operators.MatMul>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.MatMul op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (a, b) = IR.Operators.MatMul.Matrices(inputs[0]!.Shape, inputs[1]!.Shape);
        var stack = Shape.Broadcast(new(a.Dims[..^2].ToArray()), new(b.Dims[..^2].ToArray()))!;
        return [Numeric.Pack(outputs[0], MatrixProduct.Multiply(inputs[0]!.Reshape(a), inputs[1]!.Reshape(b), [.. stack.Dims, a[^2], b[^1]]))];
    }
}
