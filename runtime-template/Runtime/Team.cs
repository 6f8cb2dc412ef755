using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CompileModel.Runtime;

/// <summary>
/// The threads that share the work of a layer. Each thread has a fixed, contiguous part of [0, units); every unit is computed by exactly one
/// of them and in the same way, so results do not depend on the number of threads.
/// </summary>
public static unsafe partial class Team
{
    private static int s_threads = 1;

    /// <summary>The number of threads that layers are split over, the calling one included.</summary>
    public static int Threads => s_threads;

    /// <summary>
    /// Calls <paramref name="body"/> with parts [from, to) that cover [0, <paramref name="units"/>) once, and returns when all are done.
    /// <paramref name="layer"/> says where in <see cref="Memory.Ticks"/> the time goes.
    /// </summary>
    public static void Run(Memory* memory, int layer, delegate*<Memory*, int, int, void> body, int units)
    {
        long* ticks = memory->Ticks;
        long start = ticks == null ? 0 : Clock.Nanoseconds();
        if (s_threads > 1 && units > 1)
            Split(memory, body, units);
        else
            body(memory, 0, units);
        if (ticks != null)
            ticks[layer] += Clock.Nanoseconds() - start;
    }

    /// <summary>As <see cref="Run"/>, on the calling thread: for layers that are done before another thread could help.</summary>
    public static void RunAlone(Memory* memory, int layer, delegate*<Memory*, int, int, void> body, int units)
    {
        long* ticks = memory->Ticks;
        long start = ticks == null ? 0 : Clock.Nanoseconds();
        body(memory, 0, units);
        if (ticks != null)
            ticks[layer] += Clock.Nanoseconds() - start;
    }

    /// <summary>Runs part number <paramref name="index"/> of a job in the thread's own scratch memory.</summary>
    private static void RunPart(Memory* memory, delegate*<Memory*, int, int, void> body, int units, int index, byte* scratch)
    {
        int from = (int)((long)units * index / s_threads);
        int to = (int)((long)units * (index + 1) / s_threads);
        if (from >= to)
            return;
        Memory own = *memory;
        own.Scratch = scratch;
        body(&own, from, to);
    }

    /// <summary>Tells the core that this thread is only waiting.</summary>
    private static void Relax()
    {
        if (ArmBase.IsSupported)
            ArmBase.Yield();
        else if (X86Base.IsSupported)
            X86Base.Pause();
    }
}
