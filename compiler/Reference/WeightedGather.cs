using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.WeightedGather"/>.</summary>
public sealed class WeightedGather : IEvaluator<IR.Operators.WeightedGather>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.WeightedGather op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, index) = (inputs[0]!, inputs[1]!);
        int rows = x.Shape[1], channels = x.Shape[2], taps = index.Shape[1], points = index.Shape[2], size = x.Element.Size();
        var copied = Tensor.Zeros(x.Element, outputs[0].Shape);
        double[] sums = new double[copied.Count];
        for (int n = 0; n < index.Shape[0]; n++)
        {
            for (int t = 0; t < taps; t++)
            {
                for (int p = 0; p < points; p++)
                {
                    int place = (n * taps + t) * points + p, to = (n * points + p) * channels, row = (int)index.AsLong(place);
                    if (row < 0) continue;
                    int from = ((x.Shape[0] == 1 ? 0 : n * rows) + Math.Min(row, rows - 1)) * channels;
                    if (inputs.Count < 3) x.Bytes.Slice(from * size, channels * size).CopyTo(copied.Fill<byte>()[(to * size)..]);
                    else for (int c = 0; c < channels; c++) sums[to + c] += inputs[2]!.AsDouble(place) * x.AsDouble(from + c);
                }
            }
        }
        return [inputs.Count < 3 ? copied : Numeric.Pack(outputs[0], sums)];
    }
}
