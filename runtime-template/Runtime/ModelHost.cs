#if !BARE
using System;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace CompileModel.Runtime;

/// <summary>The memory of a model inside a .NET program: the arena, and the weights mapped from the object file weights.o.</summary>
public sealed unsafe class ModelHost : IDisposable
{
    /// <summary>Offset of the weights in the object file.</summary>
    private const int WeightsOffset = 64;

    private MemoryMappedFile _file;
    private MemoryMappedViewAccessor _view;
    private Memory* _memory;
    private readonly long[] _stateBytes;
    private readonly int[] _stateOutputs;

    /// <summary>Maps the weights and reserves the arena.</summary>
    /// <param name="weightsPath">The file weights.o; null for the one beside the program.</param>
    /// <param name="arenaBytes">Size of the arena.</param>
    /// <param name="scratchBytes">Size of the scratch memory of a thread.</param>
    /// <param name="weightBytes">Size of the weights.</param>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    public ModelHost(string weightsPath, long arenaBytes, long scratchBytes, long weightBytes, int inputs, int outputs)
    {
        weightsPath ??= Path.Combine(AppContext.BaseDirectory, "weights.o");
        if (!File.Exists(weightsPath))
            throw new FileNotFoundException($"The weights of the model are missing: '{weightsPath}'.", weightsPath);
        long length;
        using (var file = File.OpenHandle(weightsPath))
            length = RandomAccess.GetLength(file); // Of a link, that of the file behind it.
        if (length < WeightsOffset + weightBytes)
            throw new InvalidDataException($"'{weightsPath}' is too short: {length} bytes, the model needs {WeightsOffset + weightBytes}.");

        _stateBytes = new long[inputs];
        _stateOutputs = new int[inputs];
        _memory = (Memory*)NativeMemory.AllocZeroed((nuint)sizeof(Memory));
        _memory->Inputs = (byte**)NativeMemory.AllocZeroed((nuint)inputs + 1, (nuint)sizeof(byte*));
        _memory->Outputs = (byte**)NativeMemory.AllocZeroed((nuint)outputs + 1, (nuint)sizeof(byte*));
        _memory->Arena = (byte*)NativeMemory.AlignedAlloc((nuint)arenaBytes + 64, 64);
        NativeMemory.Clear(_memory->Arena, (nuint)arenaBytes + 64);
        _memory->Scratch = (byte*)NativeMemory.AlignedAlloc((nuint)scratchBytes + 64, 64);

        _file = MemoryMappedFile.CreateFromFile(weightsPath, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _memory->Weights = start + WeightsOffset;
    }

    /// <summary>Makes an output the same input of the next inference: both buffers belong to the host, zeros at first.</summary>
    public void Keep(int input, int output, long bytes)
    {
        (_stateBytes[input], _stateOutputs[input]) = (bytes, output);
        _memory->Inputs[input] = (byte*)NativeMemory.AlignedAlloc((nuint)bytes + 64, 64);
        _memory->Outputs[output] = (byte*)NativeMemory.AlignedAlloc((nuint)bytes + 64, 64);
        NativeMemory.Clear(_memory->Inputs[input], (nuint)bytes);
    }

    /// <summary>The state that the next inference reads at an input.</summary>
    public byte* State(int input) => _memory->HasState != 0 ? _memory->Outputs[_stateOutputs[input]] : _memory->Inputs[input];

    /// <summary>Sets all states to zeros.</summary>
    public void Reset()
    {
        for (int i = 0; i < _stateBytes.Length; i++)
        {
            if (_stateBytes[i] > 0)
                NativeMemory.Clear(_memory->Inputs[i], (nuint)_stateBytes[i]);
        }

        _memory->HasState = 0;
    }

    /// <summary>What an inference works in; inputs and outputs are set by the caller.</summary>
    public Memory* Memory => _memory;

    /// <summary>Checks the number of elements of a span that is passed for a tensor.</summary>
    /// <exception cref="ArgumentException">It is not <paramref name="expected"/>.</exception>
    public static void CheckLength(long actual, long expected, string parameter)
    {
        if (actual != expected)
            throw new ArgumentException($"{expected} elements expected, got {actual}.", parameter);
    }

    /// <summary>Gives all memory back; the model cannot be used afterwards.</summary>
    public void Dispose()
    {
        if (_memory == null)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        for (int i = 0; i < _stateBytes.Length; i++)
        {
            if (_stateBytes[i] == 0)
                continue;
            NativeMemory.AlignedFree(_memory->Inputs[i]);
            NativeMemory.AlignedFree(_memory->Outputs[_stateOutputs[i]]);
        }

        NativeMemory.AlignedFree(_memory->Arena);
        NativeMemory.AlignedFree(_memory->Scratch);
        NativeMemory.Free(_memory->Inputs);
        NativeMemory.Free(_memory->Outputs);
        NativeMemory.Free(_memory);
        _memory = null;
    }
}
#endif
