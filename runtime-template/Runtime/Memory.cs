namespace CompileModel.Runtime;

/// <summary>
/// The memory that one inference works in. All of it is set up before the first inference; inferring allocates nothing.
/// </summary>
public unsafe struct Memory
{
    /// <summary>Scratch for every intermediate value; 64-byte aligned, zero at start, offsets in it are fixed at compile time.</summary>
    public byte* Arena;

    /// <summary>What the kernels of this thread work in; 64-byte aligned. Other threads have their own.</summary>
    public byte* Scratch;

    /// <summary>Constant data of the model; 64-byte aligned and read-only.</summary>
    public byte* Weights;

    /// <summary>One buffer an input, in the order and with the type and shape that <c>ModelInfo</c> tells.</summary>
    public byte** Inputs;

    /// <summary>One buffer an output.</summary>
    public byte** Outputs;

    /// <summary>Nanoseconds spent in each layer, added up; null when no profile is wanted.</summary>
    public long* Ticks;
}
