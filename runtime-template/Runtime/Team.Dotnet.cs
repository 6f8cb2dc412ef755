#if !BARE
using System.Runtime.InteropServices;
using System.Threading;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>Threads of the dotnet flavour: background threads of the runtime, one job at a time.</summary>
public static unsafe partial class Team
{
    private static readonly Lock s_lock = new();
    private static readonly SemaphoreSlim s_done = new(0);
    private static SemaphoreSlim[] s_begin = [];
    private static Memory* s_memory;
    private static delegate*<Memory*, int, int, void> s_body;
    private static int s_units;

    /// <summary>Starts the workers; once, before the first layer.</summary>
    public static void Start(int threads)
    {
        if (s_threads > 1 || threads <= 1)
            return;
        s_begin = new SemaphoreSlim[threads];
        for (int i = 1; i < threads; i++)
        {
            int index = i;
            s_begin[i] = new SemaphoreSlim(0);
            new Thread(() => Work(index)) { IsBackground = true }.Start();
        }

        s_threads = threads;
    }

    private static void Split(Memory* memory, delegate*<Memory*, int, int, void> body, int units)
    {
        lock (s_lock)
        {
            s_memory = memory;
            s_body = body;
            s_units = units;
            for (int i = 1; i < s_threads; i++)
                s_begin[i].Release();
            RunPart(memory, body, units, 0, memory->Scratch);
            for (int i = 1; i < s_threads; i++)
                s_done.Wait();
        }
    }

    private static void Work(int index)
    {
        byte* scratch = (byte*)NativeMemory.AlignedAlloc((nuint)Model.ScratchBytes + 64, 64);
        while (true)
        {
            s_begin[index].Wait();
            RunPart(s_memory, s_body, s_units, index, scratch);
            s_done.Release();
        }
    }
}
#endif
