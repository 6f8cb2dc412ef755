using System;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>Fills the model's inputs from .npy files, from raw little-endian files, or with numbers of the <see cref="Generator"/>.</summary>
internal static unsafe class Inputs
{
    public static void Load(byte** buffers, Options options)
    {
        int inputs = ModelInfo.Inputs;
        int* room = stackalloc int[Extents.MaxRank];
        for (int i = 0; i < inputs; i++)
        {
            if (options.InputPaths[i] != null)
                Read(i, options.InputPaths[i], buffers);
        }

        Extents.Close(buffers);
        for (int i = 0; i < inputs; i++)
        {
            if (options.InputPaths[i] != null)
                continue;
            if (ModelInfo.StateOutput(i) >= 0)
                continue; // a state starts at zeros, as the memory is
            if (!options.AnyInput)
                Generator.Fill(buffers[i], ModelInfo.InputType(i), Tensors.Count(Extents.Input(buffers, i, room)), i);
            else
                Failure.Begin("input '"u8).Text(ModelInfo.InputName(i)).Text("' has no file; give --input "u8).Text(ModelInfo.InputName(i)).Text("=FILE with "u8)
                    .Tensor(ModelInfo.InputType(i), ModelInfo.InputShape(i)).Fail();
        }
    }

    /// <summary>Reads a whole input from a file.</summary>
    public static void Read(int input, byte* path, byte** buffers)
    {
        int* room = stackalloc int[Extents.MaxRank];
        var file = new InputFile(path);
        if (!file.IsOpen)
            ReportMissing(path);
        bool isNpy = Npy.IsNpy(file);
        long offset = isNpy ? Npy.CheckHeader(file, input, buffers) : 0;
        if (!isNpy && ModelInfo.Symbols > 0)
            Extents.TakeSize(buffers, input, file.Size);
        long expected = Tensors.ByteCount(ModelInfo.InputType(input), Extents.Input(buffers, input, room));
        if (isNpy)
        {
            if (file.Size - offset != expected)
            {
                Line line = Failure.Input(input, path).Text("holds "u8).Number(file.Size - offset).Text(" bytes of data instead of "u8).Number(expected);
                Failure.ExpectInput(line, input);
            }
        }
        else if (file.Size != expected)
        {
            Line line = Failure.Input(input, path).Text("is no .npy file and has "u8).Number(file.Size).Text(" bytes instead of "u8).Number(expected);
            Failure.ExpectInput(line, input);
        }

        file.Read(offset, buffers[input], expected);
        file.Close();
    }

    /// <summary>Complains about a file that cannot be opened; when it looks like NAME=FILE the name may be what is wrong.</summary>
    public static void ReportMissing(byte* path)
    {
        Line line = Failure.System("cannot open input file"u8, path);
        for (int i = 0; path[i] != 0; i++)
        {
            if (path[i] != '=')
                continue;
            line.Text("; the inputs are named "u8);
            int inputs = ModelInfo.Inputs;
            for (int k = 0; k < inputs; k++)
                line.Text(k > 0 ? ", '"u8 : "'"u8).Text(ModelInfo.InputName(k)).Character('\'');
            break;
        }

        line.Fail();
    }
}
