using System.Runtime.InteropServices;

namespace CompileModel.Runtime;

/// <summary>The C library's functions that the program calls, with the values Linux gives their constants on arm64 and x86-64.</summary>
internal static unsafe class Libc
{
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int Create = 0x40;
    public const int Truncate = 0x200;
    public const int ProtectRead = 1;
    public const int ProtectWrite = 2;
    public const int MapPrivate = 2;
    public const int MapAnonymous = 0x20;
    public const int MonotonicClock = 1;
    public const int OnlineProcessors = 84;
    public const int SeekSet = 0;
    public const int SeekEnd = 2;
    public const int FutexWaitPrivate = 128;
    public const int FutexWakePrivate = 129;

    [DllImport("libc"), SuppressGCTransition] public static extern int open(byte* path, int flags, int mode);
    [DllImport("libc"), SuppressGCTransition] public static extern int close(int file);
    [DllImport("libc"), SuppressGCTransition] public static extern nint read(int file, void* buffer, nuint count);
    [DllImport("libc"), SuppressGCTransition] public static extern nint write(int file, void* buffer, nuint count);
    [DllImport("libc"), SuppressGCTransition] public static extern long lseek(int file, long offset, int origin);
    [DllImport("libc"), SuppressGCTransition] public static extern int mkdir(byte* path, int mode);
    [DllImport("libc"), SuppressGCTransition] public static extern void* mmap(void* address, nuint length, int protection, int flags, int file, long offset);
    [DllImport("libc"), SuppressGCTransition] public static extern int clock_gettime(int clock, TimeSpec* time);
    [DllImport("libc"), SuppressGCTransition] public static extern long sysconf(int name);
    [DllImport("libc"), SuppressGCTransition] public static extern int sched_yield();
    [DllImport("libc"), SuppressGCTransition] public static extern int sched_getaffinity(int thread, nuint size, ulong* processors);
    [DllImport("libc"), SuppressGCTransition] public static extern int sched_setaffinity(int thread, nuint size, ulong* processors);
    [DllImport("libc"), SuppressGCTransition] public static extern void* memmove(void* destination, void* source, nuint count);
    [DllImport("libc"), SuppressGCTransition] public static extern void* memset(void* address, int value, nuint count);
    [DllImport("libc"), SuppressGCTransition] public static extern byte* strerror(int error);
    [DllImport("libc"), SuppressGCTransition] public static extern int* __errno_location();
    [DllImport("libc"), SuppressGCTransition] public static extern void abort();
    [DllImport("libc"), SuppressGCTransition] public static extern void exit(int status);
    [DllImport("libc"), SuppressGCTransition] public static extern int pthread_create(nint* thread, void* attributes, void* start, void* argument);
    [DllImport("libc"), SuppressGCTransition] public static extern long syscall(long number, int* address, int operation, int value, void* timeout, void* address2, int value3);
}
