#if BARE
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Threading;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>Threads of the bare flavour: POSIX threads that spin for a while between layers and then sleep in the kernel.</summary>
public static unsafe partial class Team
{
    /// <summary>Rounds of waiting, a few dozen microseconds, before a worker sleeps or the caller yields its core.</summary>
    private const int SpinRounds = 4000;

    private static Shared s_shared;

    /// <summary>What all threads see. Words that different threads write stand 64 bytes apart, in cache lines of their own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Shared
    {
        [FieldOffset(64)] public int Generation;
        [FieldOffset(68)] public int Units;
        [FieldOffset(72)] public Memory* Memory;
        [FieldOffset(80)] public delegate*<Memory*, int, int, void> Body;
        [FieldOffset(128)] public int Pending;
        [FieldOffset(192)] public int Sleepers;
    }

    /// <summary>Starts the workers; once, before the first layer. Fewer threads than asked for are used when the system refuses more.</summary>
    public static void Start(int threads)
    {
        BigCores.Prefer(threads);
        for (int i = 1; i < threads; i++)
        {
            nint thread;
            if (Libc.pthread_create(&thread, null, (delegate* unmanaged<void*, void*>)&Work, (void*)i) != 0)
                break;
            s_threads++;
        }
    }

    private static void Split(Memory* memory, delegate*<Memory*, int, int, void> body, int units)
    {
        s_shared.Memory = memory;
        s_shared.Body = body;
        s_shared.Units = units;
        Volatile.Write(ref s_shared.Pending, s_threads - 1);
        Interlocked.Increment(ref s_shared.Generation);
        if (Volatile.Read(ref s_shared.Sleepers) != 0)
            Futex(Libc.FutexWakePrivate, int.MaxValue);

        RunPart(memory, body, units, 0, memory->Scratch);
        for (int round = 0; Volatile.Read(ref s_shared.Pending) != 0; round++)
        {
            if (round < SpinRounds)
                Relax();
            else
                Libc.sched_yield();
        }
    }

    [UnmanagedCallersOnly]
    private static void* Work(void* index)
    {
        byte* scratch = Pages.Allocate(Model.ScratchBytes);
        int seen = 0;
        while (true)
        {
            seen = WaitForJob(seen);
            RunPart(s_shared.Memory, s_shared.Body, s_shared.Units, (int)(nint)index, scratch);
            Interlocked.Decrement(ref s_shared.Pending);
        }
    }

    /// <summary>Waits until the generation is another one than <paramref name="seen"/> and returns it. A worker misses none: the next job waits for it.</summary>
    private static int WaitForJob(int seen)
    {
        for (int round = 0; round < SpinRounds; round++)
        {
            if (Volatile.Read(ref s_shared.Generation) != seen)
                return seen + 1;
            Relax();
        }

        Interlocked.Increment(ref s_shared.Sleepers);
        while (Volatile.Read(ref s_shared.Generation) == seen)
            Futex(Libc.FutexWaitPrivate, seen);
        Interlocked.Decrement(ref s_shared.Sleepers);
        return seen + 1;
    }

    private static void Futex(int operation, int value)
    {
        long number = ArmBase.IsSupported ? 98 : 202;
        fixed (int* generation = &s_shared.Generation)
            Libc.syscall(number, generation, operation, value, null, null, 0);
    }
}
#endif
