namespace CompileModel.IR.Operators;

/// <summary>
/// Triangular filters on the mel scale, [DftLength/2+1, bins]. Operands, all constant: number of filters, length of the transform, sample rate, lower and upper edge in Hz.
/// https://onnx.ai/onnx/operators/onnx__MelWeightMatrix.html
/// </summary>
/// <param name="To">Element type.</param>
public sealed record MelWeightMatrix(ElementType To) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        double Number(int operand, string what) => f.Require(Required(inputs, operand), what).AsDouble(0);
        int filters = (int)Number(0, "the number of filters"), length = (int)Number(1, "the length of the transform"), rows = length / 2 + 1;
        double rate = Number(2, "the sample rate"), low = Mel(Number(3, "the lower edge")), high = Mel(Number(4, "the upper edge"));
        InferenceContext.Check(filters > 0 && length > 0 && rate > 0, $"{filters} filters of a transform of {length} at {rate} Hz");
        int[] edges = [.. Enumerable.Range(0, filters + 2).Select(i => (int)Math.Floor((length + 1) * Hertz(low + i * (high - low) / (filters + 2)) / rate))];
        InferenceContext.Check(edges.All(e => e >= 0 && e < rows), "the edges are outside of the spectrum");
        return [f.Table(To, [rows, filters], n =>
        {
            int row = n / filters, i = n % filters, from = edges[i], center = edges[i + 1], to = edges[i + 2];
            if (row >= center && row < to) return (double)(to - row) / (to - center);
            if (row == center && from == center) return 1;
            return row >= from && row <= center && center > from ? (double)(row - from) / (center - from) : 0;
        })];
    }

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + hertz / 700);

    private static double Hertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
