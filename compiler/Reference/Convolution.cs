using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Convolutions with any number of spatial axes on x[N,C,spatial...], summed in doubles.</summary>
public static class Convolution
{
    /// <summary>Convolution with w[M,C/groups,kernel...] to a result of shape <paramref name="result"/>.</summary>
    public static double[] Forward(Tensor x, Tensor w, Window window, int groups, Shape result)
    {
        var (data, weights) = (Numeric.Doubles(x), Numeric.Doubles(w));
        double[] sums = new double[result.Count];
        int filters = result[1] / groups, channels = w.Shape[1];
        int input = Plane(x.Shape), output = Plane(result), taps = Plane(w.Shape);
        var kernel = new Taps(window, x.Shape, result, forward: true);
        for (int n = 0; n < result[0]; n++)
            for (int m = 0; m < result[1]; m++)
                for (int c = 0; c < channels; c++)
                {
                    var plane = data.AsSpan((n * x.Shape[1] + m / filters * channels + c) * input, input);
                    var into = sums.AsSpan((n * result[1] + m) * output, output);
                    for (int tap = 0; tap < taps; tap++) kernel.Accumulate(tap, weights[(m * channels + c) * taps + tap], plane, into);
                }
        return sums;
    }

    /// <summary>Transposed convolution with w[C,M/groups,kernel...]: every input element is spread over a window of the result.</summary>
    public static double[] Transposed(Tensor x, Tensor w, Window window, int groups, Shape result)
    {
        var (data, weights) = (Numeric.Doubles(x), Numeric.Doubles(w));
        double[] sums = new double[result.Count];
        int filters = w.Shape[1], channels = x.Shape[1] / groups;
        int input = Plane(x.Shape), output = Plane(result), taps = Plane(w.Shape);
        var kernel = new Taps(window, result, x.Shape, forward: false);
        for (int n = 0; n < result[0]; n++)
            for (int c = 0; c < x.Shape[1]; c++)
                for (int m = 0; m < filters; m++)
                {
                    var plane = data.AsSpan((n * x.Shape[1] + c) * input, input);
                    var into = sums.AsSpan((n * result[1] + c / channels * filters + m) * output, output);
                    for (int tap = 0; tap < taps; tap++) kernel.Accumulate(tap, weights[(c * filters + m) * taps + tap], plane, into);
                }
        return sums;
    }

    /// <summary>Adds bias[C] to values of shape [N,C,...].</summary>
    public static double[] AddBias(double[] values, Shape shape, Tensor bias)
    {
        int plane = Plane(shape);
        for (int i = 0; i < values.Length; i++) values[i] += bias.AsDouble(i / plane % shape[1]);
        return values;
    }

    private static int Plane(Shape shape) => shape.ToArray().Skip(2).Aggregate(1, (a, b) => a * b);
}
