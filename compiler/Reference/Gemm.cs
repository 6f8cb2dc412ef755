using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Gemm"/>.</summary>
public sealed class Gemm : IEvaluator<IR.Operators.Gemm>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Gemm op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var a = op.TransA ? Movement.Transpose(inputs[0]!, 1, 0) : inputs[0]!;
        var b = op.TransB ? Movement.Transpose(inputs[1]!, 1, 0) : inputs[1]!;
        double[] result = MatrixProduct.Multiply(a, b, outputs[0].Shape);
        var c = inputs.Count > 2 ? inputs[2] : null;
        int[]? map = c is null ? null : Broadcasting.Map(c.Shape, outputs[0].Shape);
        for (int i = 0; i < result.Length; i++) result[i] = op.Alpha * result[i] + (c is null ? 0 : op.Beta * c.AsDouble(map is null ? i : map[i]));
        return [Numeric.Pack(outputs[0], result)];
    }
}
