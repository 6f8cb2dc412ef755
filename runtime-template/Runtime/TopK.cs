using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>The largest elements of the first output, largest first, equal ones by index: rank, index, value and label.</summary>
internal static unsafe class TopK
{
    public static void Print(byte** outputs, int count, Labels labels)
    {
        int* room = stackalloc int[Extents.MaxRank];
        byte* data = outputs[0];
        TensorKind kind = ModelInfo.OutputType(0);
        long elements = Tensors.Count(Extents.Output(outputs, 0, room));
        double bound = 1.0 / 0.0;
        long boundIndex = -1;
        for (int rank = 1; rank <= count && rank <= elements; rank++)
        {
            long best = -1;
            double bestValue = 0;
            for (long i = 0; i < elements; i++)
            {
                double value = Tensors.Element(kind, data, i);
                bool open = value < bound || (value == bound && i > boundIndex);
                if (open && (best < 0 || value > bestValue))
                    (best, bestValue) = (i, value);
            }

            if (best < 0)
                break;
            Line line = new(1);
            line.Number(rank).Column(4).Number(best).Column(12).Float(bestValue).Column(24);
            labels.Print(line, best);
            line.End();
            (bound, boundIndex) = (bestValue, best);
        }
    }
}
