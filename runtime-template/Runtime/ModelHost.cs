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
        var information = new FileInfo(weightsPath);
        if (!information.Exists)
            throw new FileNotFoundException($"The weights of the model are missing: '{weightsPath}'.", weightsPath);
        if (information.Length < WeightsOffset + weightBytes)
            throw new InvalidDataException($"'{weightsPath}' is too short: {information.Length} bytes, the model needs {WeightsOffset + weightBytes}.");

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
        NativeMemory.AlignedFree(_memory->Arena);
        NativeMemory.AlignedFree(_memory->Scratch);
        NativeMemory.Free(_memory->Inputs);
        NativeMemory.Free(_memory->Outputs);
        NativeMemory.Free(_memory);
        _memory = null;
    }
}
#endif
