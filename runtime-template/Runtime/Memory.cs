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

    /// <summary>Whether an inference has been made since the start or the last reset: its state is in the outputs, from where the next one takes it. 0 or 1.</summary>
    public int HasState;

    /// <summary>Nanoseconds spent in each layer, added up; null when no profile is wanted.</summary>
    public long* Ticks;

    /// <summary>Lets an input and an output change their buffers.</summary>
    public void Exchange(int input, int output)
    {
        byte* taken = Outputs[output];
        Outputs[output] = Inputs[input];
        Inputs[input] = taken;
    }
}
