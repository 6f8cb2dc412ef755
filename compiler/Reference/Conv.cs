using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Conv"/>.</summary>
public sealed class Conv : IEvaluator<IR.Operators.Conv>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Conv op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, w) = (inputs[0]!, inputs[1]!);
        double[] sum = Convolution.Forward(x, w, op.Window(x.Shape, w.Shape), op.Groups, outputs[0].Shape);
        return [Numeric.Pack(outputs[0], inputs.Count > 2 && inputs[2] is { } bias ? Convolution.AddBias(sum, outputs[0].Shape, bias) : sum)];
    }
}
