using CompileModel.IR;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>Constant weights of a convolution or matrix product, with the input and output channel that each of them connects.</summary>
/// <param name="Data">The weights.</param>
/// <param name="Inputs">Number of input channels.</param>
/// <param name="Outputs">Number of output channels.</param>
/// <param name="Channels">Input and output channel of the weight at a flat index.</param>
/// <param name="SeesPadding">Whether some results sum over fewer taps than others.</param>
internal sealed record ScaledWeights(Tensor Data, int Inputs, int Outputs, Func<int, (int Input, int Output)> Channels, bool SeesPadding)
{
    /// <summary>The weights of a node, or null when it has none or they are not constant floats.</summary>
    public static ScaledWeights? Of(Graph graph, Node node)
    {
        if (node.Operator is not FusedOperator || graph.Constant(node.OptionalInput(1)) is not { Element: ElementType.Float32 } data) return null;
        var shape = data.Shape;
        switch (node.Operator)
        {
            case ConvNhwc conv:
                int m = shape[3], c = shape[2], perGroup = m / conv.Groups;
                return new(data, c * conv.Groups, m, i => (i % m / perGroup * c + i / m % c, i % m), conv.Pads.Any(p => p != 0));
            case ConvTransposeNhwc conv:
                int outputs = shape[3], inputs = shape[2], group = inputs / conv.Groups;
                return new(data, inputs, outputs * conv.Groups, i => (i / outputs % inputs, i / outputs % inputs / group * outputs + i % outputs), true);
            case MatMulFused { TransposeB: false } when shape.Rank == 2:
                int n = shape[1];
                return new(data, shape[0], n, i => (i / n, i % n), false);
            default:
                return null;
        }
    }

    /// <summary>Weights times a factor for each output channel (one for all when there is only one).</summary>
    public Tensor ScaleOutputs(float[] factors) => Map((w, _, output) => w * factors[factors.Length == 1 ? 0 : output]);

    /// <summary>Weights times a factor for each input channel (one for all when there is only one).</summary>
    public Tensor ScaleInputs(float[] factors) => Map((w, input, _) => w * factors[factors.Length == 1 ? 0 : input]);

    /// <summary>What adding a constant to each input channel adds to each output channel, when no tap is padding.</summary>
    public float[] SumInputs(float[] shifts)
    {
        var sums = new double[Outputs];
        var data = Data.Span<float>();
        for (int i = 0; i < data.Length; i++)
        {
            var (input, output) = Channels(i);
            sums[output] += (double)data[i] * shifts[shifts.Length == 1 ? 0 : input];
        }
        return [.. sums.Select(s => (float)s)];
    }

    private Tensor Map(Func<float, int, int, float> map)
    {
        var result = Tensor.Zeros(Data.Element, Data.Shape);
        var target = result.Fill<float>();
        var data = Data.Span<float>();
        for (int i = 0; i < data.Length; i++)
        {
            var (input, output) = Channels(i);
            target[i] = map(data[i], input, output);
        }
        return result;
    }
}
