using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ConvTranspose"/>.</summary>
public sealed class ConvTranspose : IEvaluator<IR.Operators.ConvTranspose>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.ConvTranspose op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, w) = (inputs[0]!, inputs[1]!);
        double[] sum = Convolution.Transposed(x, w, op.Resolve(x.Shape, w.Shape).Window, op.Groups, outputs[0].Shape);
        return [Numeric.Pack(outputs[0], inputs.Count > 2 && inputs[2] is { } bias ? Convolution.AddBias(sum, outputs[0].Shape, bias) : sum)];
    }
}
