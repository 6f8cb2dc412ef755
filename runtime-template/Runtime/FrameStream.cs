using System.Runtime.CompilerServices;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>
/// One inference a frame (<c>--stream</c>): each input is a file with one more, leading axis of frames, or raw frames on standard input ('-'), until the frames end.
/// States need no file; one that is given is the state before the first frame. Outputs are written frame by frame.
/// </summary>
internal static unsafe class FrameStream
{
    /// <summary>Infers on all frames and returns how many there were.</summary>
    public static int Run(Memory* memory, Options options, Labels labels)
    {
        int inputs = ModelInfo.Inputs;
        InputFile* files = (InputFile*)Pages.Allocate(inputs * sizeof(InputFile));
        long frames = Open(files, options.InputPaths, memory->Inputs);
        OutputStream outputs = default;
        if (options.OutputDirectory != null)
            outputs = OutputStream.Create(options.OutputDirectory);
        int done = 0;
        for (; done < frames && Read(files, memory->Inputs); done++)
        {
            Model.Run(memory);
            if (options.OutputDirectory != null)
                outputs.Append(memory->Outputs);
            if (options.Top > 0)
                TopK.Print(memory->Outputs, options.Top, labels);
        }

        if (options.OutputDirectory != null)
            outputs.Finish(done);
        return done;
    }

    /// <summary>Opens the files of all inputs and returns the number of frames; the largest number for standard input alone.</summary>
    private static long Open(InputFile* files, byte** paths, byte** buffers)
    {
        long frames = int.MaxValue;
        bool any = false, counted = false;
        int inputs = ModelInfo.Inputs;
        for (int i = 0; i < inputs; i++)
        {
            if (ModelInfo.StateOutput(i) >= 0)
            {
                if (paths[i] != null)
                    Inputs.Read(i, paths[i], buffers);
                continue;
            }

            if (paths[i] == null)
                Failure.Begin("input '"u8).Text(ModelInfo.InputName(i)).Text("' has no file; give --input "u8).Text(ModelInfo.InputName(i)).Text("=FILE with frames of "u8)
                    .Tensor(ModelInfo.InputType(i), ModelInfo.InputShape(i)).Fail();
            any = true;
            if (Bytes.Equal(paths[i], "-"u8))
            {
                files[i] = InputFile.StandardInput(paths[i]);
                continue;
            }

            long count = Count(i, files + i, paths[i], buffers);
            if (counted && count != frames)
                Failure.Input(i, paths[i]).Text("has "u8).Number(count).Text(" frames, another input "u8).Number(frames).Fail();
            (frames, counted) = (count, true);
        }

        if (!any)
            Failure.Begin("--stream needs an input that is no state"u8).Fail();
        Extents.Close(buffers);
        return frames;
    }

    /// <summary>Opens one file, checks it and returns the number of its frames.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Count(int input, InputFile* file, byte* path, byte** buffers)
    {
        *file = new InputFile(path);
        if (!file->IsOpen)
            Inputs.ReportMissing(path);
        int* room = stackalloc int[Extents.MaxRank];
        long offset = Npy.IsNpy(*file) ? Npy.CheckHeader(*file, input, buffers, isStream: true) : 0;
        long frame = Tensors.ByteCount(ModelInfo.InputType(input), Extents.Input(buffers, input, room));
        long bytes = file->Size - offset;
        if (frame == 0 || bytes % frame != 0)
            Failure.Input(input, path).Text("holds "u8).Number(bytes).Text(" bytes of data, which are no whole frames of "u8).Number(frame).Fail();
        file->Seek(offset);
        return bytes / frame;
    }

    private static bool Read(InputFile* files, byte** buffers)
    {
        int* room = stackalloc int[Extents.MaxRank];
        int inputs = ModelInfo.Inputs;
        for (int i = 0; i < inputs; i++)
        {
            if (ModelInfo.StateOutput(i) < 0 && !files[i].ReadNext(buffers[i], Tensors.ByteCount(ModelInfo.InputType(i), Extents.Input(buffers, i, room))))
                return false;
        }

        return true;
    }
}
