using System.Runtime;
using System.Runtime.InteropServices;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>The program around the model: reads the inputs, infers, reports. See <see cref="Help"/> for what it takes.</summary>
internal static unsafe class Program
{
#if BARE
    [RuntimeExport("main")]
    private static int Main(int count, byte** arguments) => Run(count, arguments);
#else
    private static int Main(string[] arguments)
    {
        byte** native = (byte**)NativeMemory.Alloc((nuint)arguments.Length + 1, (nuint)sizeof(byte*));
        native[0] = (byte*)Marshal.StringToCoTaskMemUTF8(System.Environment.ProcessPath ?? "model");
        for (int i = 0; i < arguments.Length; i++)
            native[i + 1] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[i]);
        return Run(arguments.Length + 1, native);
    }
#endif

    private static int Run(int count, byte** arguments)
    {
        Options options = Options.Parse(count, arguments);
        if (options.Help)
        {
            Help.Print(arguments[0]);
            return 0;
        }

        if (options.Info)
        {
            Info.Print();
            return 0;
        }

        Memory memory = ModelMemory.Prepare(options.Profile);
        for (int i = 0; i < options.DimensionCount; i++)
            Extents.TakeOption(memory.Inputs, options.Dimensions[i]);
        if (!options.Stream)
            Inputs.Load(memory.Inputs, options);
        Labels labels = options.Top > 0 && options.LabelsPath != null ? Labels.Read(options.LabelsPath) : default;
        if (options.OutputDirectory != null)
            OutputFiles.CreateDirectory(options.OutputDirectory);

        Team.Start(options.Threads);
        int runs = 1;
        if (options.Bench > 0)
        {
            runs = options.Bench;
            Bench.Run(&memory, options.Warmup, options.Bench);
        }
        else if (options.Stream)
        {
            runs = FrameStream.Run(&memory, options, labels);
        }
        else
        {
            Model.Run(&memory);
        }

        if (options.Profile)
            Profile.Print(memory.Ticks, runs);
        if (options.OutputDirectory != null && !options.Stream)
            OutputFiles.Write(memory.Outputs, options.OutputDirectory);
        if (options.Top > 0 && !options.Stream)
            TopK.Print(memory.Outputs, options.Top, labels);
        if (options.OutputDirectory == null && options.Top == 0 && options.Bench == 0 && !options.Profile)
            Summary.Print(memory.Outputs);
        return 0;
    }
}
