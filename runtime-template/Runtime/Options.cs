using System;
using System.Runtime.CompilerServices;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>What the command line asks for.</summary>
internal unsafe struct Options
{
    /// <summary>A file for each input, null where none is given.</summary>
    public byte** InputPaths;
    public bool AnyInput;

    /// <summary>What <c>--dim</c> says, as it was written.</summary>
    public byte** Dimensions;
    public int DimensionCount;
    public byte* OutputDirectory;
    public byte* LabelsPath;
    public int Top;
    public int Threads;
    public int Bench;
    public int Warmup;
    public bool Profile;
    public bool Stream;
    public bool Info;
    public bool Help;

    public static Options Parse(int count, byte** arguments)
    {
        Options options = default;
        options.Threads = 1;
        options.InputPaths = (byte**)Pages.Allocate(ModelInfo.Inputs * sizeof(byte*));
        options.Dimensions = (byte**)Pages.Allocate(count * sizeof(byte*));
        bool warmup = false;
        for (int i = 1; i < count; i++)
        {
            byte* name = arguments[i];
            if (Bytes.Equal(name, "--help"u8) || Bytes.Equal(name, "-h"u8))
                options.Help = true;
            else if (Bytes.Equal(name, "--info"u8))
                options.Info = true;
            else if (Bytes.Equal(name, "--profile"u8))
                options.Profile = true;
            else if (Bytes.Equal(name, "--stream"u8))
                options.Stream = true;
            else if (Take("--input"u8, name, arguments, ref i, count, out byte* value))
                options.SetInput(value);
            else if (ModelInfo.Symbols > 0 && Take("--dim"u8, name, arguments, ref i, count, out value))
                options.Dimensions[options.DimensionCount++] = value;
            else if (Take("--output-dir"u8, name, arguments, ref i, count, out value))
                options.OutputDirectory = value;
            else if (Take("--labels"u8, name, arguments, ref i, count, out value))
                options.LabelsPath = value;
            else if (Take("--top"u8, name, arguments, ref i, count, out value))
                options.Top = Number("--top"u8, value, 1);
            else if (Take("--threads"u8, name, arguments, ref i, count, out value))
                options.Threads = Number("--threads"u8, value, 1);
            else if (Take("--bench"u8, name, arguments, ref i, count, out value))
                options.Bench = Number("--bench"u8, value, 1);
            else if (Take("--warmup"u8, name, arguments, ref i, count, out value))
                (options.Warmup, warmup) = (Number("--warmup"u8, value, 0), true);
            else
                Failure.Begin("unknown option '"u8).Text(name).Text("'; --help lists the options"u8).Fail();
        }

        if (warmup && options.Bench == 0)
            Failure.Begin("--warmup needs --bench"u8).Fail();
        if (options.Stream && options.Bench > 0)
            Failure.Begin("--stream and --bench exclude each other"u8).Fail();
        if (options.LabelsPath != null && options.Top == 0)
            Failure.Begin("--labels needs --top"u8).Fail();
        if (options.Threads > 256)
            options.Threads = 256;
        return options;
    }

    /// <summary>Recognises <c>--option VALUE</c> and <c>--option=VALUE</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Take(ReadOnlySpan<byte> option, byte* argument, byte** arguments, ref int index, int count, out byte* value)
    {
        value = null;
        if (!Bytes.StartsWith(argument, option))
            return false;
        if (argument[option.Length] == '=')
        {
            value = argument + option.Length + 1;
            return true;
        }

        if (argument[option.Length] != 0)
            return false;
        if (index + 1 == count)
            Failure.Begin(option).Text(" needs a value"u8).Fail();
        value = arguments[++index];
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Number(ReadOnlySpan<byte> option, byte* text, int minimum)
    {
        int number = Bytes.ParseCount(text);
        if (number < minimum)
            Failure.Begin(option).Text(" takes a whole number from "u8).Number(minimum).Text(" on, not '"u8).Text(text).Text("'"u8).Fail();
        return number;
    }

    /// <summary>Takes <c>NAME=FILE</c> or <c>FILE</c>; the latter is for the first input that has none.</summary>
    private void SetInput(byte* text)
    {
        AnyInput = true;
        int inputs = ModelInfo.Inputs;
        for (int i = 0; i < inputs; i++)
        {
            ReadOnlySpan<byte> name = ModelInfo.InputName(i);
            if (!Bytes.StartsWith(text, name) || text[name.Length] != '=')
                continue;
            if (InputPaths[i] != null)
                Failure.Begin("input '"u8).Text(name).Text("' is given twice"u8).Fail();
            InputPaths[i] = text + name.Length + 1;
            return;
        }

        for (int i = 0; i < inputs; i++)
        {
            if (InputPaths[i] != null || ModelInfo.StateOutput(i) >= 0)
                continue;
            InputPaths[i] = text;
            return;
        }

        Failure.Begin("--input '"u8).Text(text).Text("' is one too many; the model has "u8).Number(inputs).Text(" input(s)"u8).Fail();
    }
}
