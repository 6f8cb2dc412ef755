namespace CompileModel.IR.Operators;

/// <summary>Mean over windows of quantised values. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearaveragepool</summary>
/// <param name="Window">Kernel, strides, pads and how they count.</param>
/// <param name="IsChannelsLast">Whether the data are [N,spatial...,C].</param>
public sealed record QLinearAveragePool(AveragePool Window, bool IsChannelsLast) : QLinearUnaryOperator
{
    /// <inheritdoc/>
    protected override Value Map(Formula f, Value x)
    {
        if (!IsChannelsLast) return f.Add(Window, x);
        int rank = x.Shape.Rank;
        int[] first = [0, rank - 1, .. Enumerable.Range(1, rank - 2)], last = [0, .. Enumerable.Range(2, rank - 2), 1];
        return f.Transpose(f.Add(Window, f.Transpose(x, first)), last);
    }
}
