using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>Measures inferences: exactly the warm-up ones, then exactly the measured ones.</summary>
internal static unsafe class Bench
{
    public static void Run(Memory* memory, int warmup, int count)
    {
        long* times = (long*)Pages.Allocate((long)count * sizeof(long));
        long* ticks = memory->Ticks;
        memory->Ticks = null;
        for (int i = 0; i < warmup; i++)
            Model.Run(memory);
        memory->Ticks = ticks;
        for (int i = 0; i < count; i++)
        {
            long start = Clock.Nanoseconds();
            Model.Run(memory);
            times[i] = Clock.Nanoseconds() - start;
        }

        Sort(times, count);
        double median = (times[(count - 1) / 2] + times[count / 2]) / 2.0;
        new Line(1).Text("inferences: "u8).Number(count).Text(" after "u8).Number(warmup).Text(" of warm-up, threads: "u8).Number(Team.Threads)
            .Text(", ms: min "u8).Fixed(times[0] / 1e6, 3).Text(" median "u8).Fixed(median / 1e6, 3).Text(" max "u8).Fixed(times[count - 1] / 1e6, 3).End();
    }

    /// <summary>Shell sort: in place and quick enough for a list of times.</summary>
    private static void Sort(long* values, int count)
    {
        for (int gap = count / 2; gap > 0; gap /= 2)
        {
            for (int i = gap; i < count; i++)
            {
                long value = values[i];
                int at = i;
                for (; at >= gap && values[at - gap] > value; at -= gap)
                    values[at] = values[at - gap];
                values[at] = value;
            }
        }
    }
}
