using System;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>The .npy files that outputs are appended to frame by frame: one more, leading axis, whose extent is written at the end.</summary>
internal unsafe struct OutputStream
{
    private int* _files;
    private byte* _directory;

    /// <summary>Makes a file for each output.</summary>
    public static OutputStream Create(byte* directory)
    {
        if (ModelInfo.OutputExtents > 0)
            Failure.Begin("--stream cannot write outputs whose extents change from frame to frame"u8).Fail();
        OutputStream stream = default;
        stream._directory = directory;
        stream._files = (int*)Pages.Allocate(ModelInfo.Outputs * sizeof(int));
        int outputs = ModelInfo.Outputs;
        for (int i = 0; i < outputs; i++)
        {
            stream._files[i] = OutputFiles.Open(directory, i);
            stream.WriteHeader(i, 0);
        }

        return stream;
    }

    /// <summary>Appends one frame of every output.</summary>
    public readonly void Append(byte** outputs)
    {
        int count = ModelInfo.Outputs;
        for (int i = 0; i < count; i++)
        {
            if (!OutputFiles.WriteAll(_files[i], outputs[i], Tensors.ByteCount(ModelInfo.OutputType(i), ModelInfo.OutputShape(i))))
                OutputFiles.Fail(_directory, i);
        }
    }

    /// <summary>Writes the number of frames into the headers and closes the files.</summary>
    public readonly void Finish(int frames)
    {
        int count = ModelInfo.Outputs;
        for (int i = 0; i < count; i++)
        {
            Libc.lseek(_files[i], 0, Libc.SeekSet);
            WriteHeader(i, frames);
            if (Libc.close(_files[i]) != 0)
                OutputFiles.Fail(_directory, i);
        }
    }

    private readonly void WriteHeader(int output, int frames)
    {
        ReadOnlySpan<int> shape = ModelInfo.OutputShape(output);
        int* dims = stackalloc int[33];
        dims[0] = frames;
        for (int i = 0; i < shape.Length && i < 32; i++)
            dims[i + 1] = shape[i];
        byte* header = stackalloc byte[OutputFiles.HeaderBytes];
        int length = NpyHeader.Write(header, ModelInfo.OutputType(output), new ReadOnlySpan<int>(dims, shape.Length + 1), OutputFiles.HeaderBytes);
        if (!OutputFiles.WriteAll(_files[output], header, length))
            OutputFiles.Fail(_directory, output);
    }
}
