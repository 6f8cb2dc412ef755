using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.RoiAlignNhwc"/>.</summary>
public sealed class RoiAlignNhwc : IEvaluator<IR.Operators.RoiAlignNhwc>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.RoiAlignNhwc op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, regions, image) = (inputs[0]!, inputs[1]!, inputs[2]!);
        double[] data = Numeric.Doubles(x), result = new double[outputs[0].Shape.Count];
        int height = x.Shape[1], width = x.Shape[2], channels = x.Shape[3], to = 0;
        for (int r = 0; r < regions.Shape[0]; r++)
        {
            double offset = op.HalfPixel ? 0.5 : 0;
            double Side(int i) => regions.AsDouble(r * 4 + i) * op.Scale - offset;
            double top = Side(1), left = Side(0), rows = Extent(top, Side(3)) / op.Height, columns = Extent(left, Side(2)) / op.Width;
            int down = Count(rows), across = Count(columns), batch = (int)Indexes.Resolve(image.AsLong(r), x.Shape[0]);
            for (int cell = 0; cell < op.Height * op.Width; cell++, to += channels)
            {
                bool isFirst = true;
                for (int s = 0; s < down * across; s++)
                {
                    double y = top + (cell / op.Width + (s / across + 0.5) / down) * rows, column = left + (cell % op.Width + (s % across + 0.5) / across) * columns;
                    Sample(y, column, batch, to, isFirst, down * across);
                    isFirst = false;
                }
            }
        }
        return [Numeric.Pack(outputs[0], result)];

        double Extent(double from, double end) => op.HalfPixel ? end - from : Math.Max(end - from, 1);

        int Count(double cell) => op.Samples > 0 ? op.Samples : (int)Math.Clamp(Math.Ceiling(cell), 0, IR.Operators.RoiAlignNhwc.MostSamples);

        void Sample(double y, double column, int batch, int to, bool isFirst, int count)
        {
            bool isInside = y >= -1 && y <= height && column >= -1 && column <= width;
            var (rows, rowWeights) = Between(isInside ? y : 0, height);
            var (columns, columnWeights) = Between(isInside ? column : 0, width);
            for (int c = 0; c < channels; c++)
            {
                double sum = 0, most = double.NegativeInfinity;
                for (int k = 0; k < 4; k++)
                {
                    double part = isInside ? rowWeights[k / 2] * columnWeights[k % 2] * data[((batch * height + rows[k / 2]) * width + columns[k % 2]) * channels + c] : 0;
                    (sum, most) = (sum + part, Math.Max(most, part));
                }
                if (op.Mode == IR.Operators.RoiMode.Average) result[to + c] += sum / count;
                else result[to + c] = isFirst ? most : Math.Max(result[to + c], most);
            }
        }
    }

    // The two elements around a place and their weights; places outside are at the border.
    private static (int[] At, double[] Weights) Between(double place, int extent)
    {
        place = Math.Max(place, 0);
        int low = Math.Min((int)place, extent - 1), high = Math.Min(low + 1, extent - 1);
        double part = low == extent - 1 ? 0 : place - low;
        return ([low, high], [1 - part, part]);
    }
}
