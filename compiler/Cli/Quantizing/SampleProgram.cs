using System.Globalization;
using System.Runtime.InteropServices;
using CompileModel.Cli.Verification;
using CompileModel.Diagnostics;
using CompileModel.Emit;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Quantization.Samples;
using CompileModel.Targets;

namespace CompileModel.Cli.Quantizing;

/// <summary>
/// A compiled model that runs on many samples: one process infers a chunk of them frame by frame, as many processes at once as there are processors. What is held at a time is bounded
/// by the chunks, whatever the number of samples. Results come in the order of the samples.
/// </summary>
internal sealed class SampleProgram
{
    /// <summary>The most bytes of inputs and outputs of one chunk, unless one sample takes more.</summary>
    private const long MostBytes = 48L << 20;

    /// <summary>The most samples of one chunk: small ones are many enough then for a process to pay, and progress is seen.</summary>
    private const int MostSamples = 256;

    private readonly EmittedModel emitted;
    private readonly string program, folder;

    private SampleProgram(EmittedModel emitted, string program, string folder) => (this.emitted, this.program, this.folder) = (emitted, program, folder);

    /// <summary>The profile that models are compiled for to run here: the same instructions on every x86-64 machine, so that ranges do not depend on it.</summary>
    public static TargetProfile Here => TargetProfiles.Load(RuntimeInformation.OSArchitecture == Architecture.X64 ? "x86-64-v3" : "host");

    /// <summary>The model's inputs.</summary>
    public IReadOnlyList<(string Name, TensorType Type)> Inputs => [.. VerifyRun.Shown(emitted).Inputs.Select(i => (i.Name, i.Type))];

    /// <summary>Compiles a model that was edited, to run <see cref="Here"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">Of its file and folder.</param>
    /// <param name="import">As for the model that it came from.</param>
    /// <param name="folder">Takes both; exists.</param>
    public static SampleProgram Build(EditableModel model, string name, ImportOptions import, string folder)
    {
        string path = Path.Combine(folder, name + ".onnx");
        File.WriteAllBytes(path, model.ToBytes());
        return Build(new(path, import, Here, name), Path.Combine(folder, name));
    }

    /// <summary>Compiles a model.</summary>
    /// <param name="settings">The model and its target; a program for Arm runs under qemu.</param>
    /// <param name="folder">Takes the program, inputs and outputs; made when it is not there.</param>
    public static SampleProgram Build(CompileSettings settings, string folder)
    {
        var (emitted, program) = CompileRun.Build(settings, Path.Combine(folder, "program"), build: true, new DiagnosticBag(), _ => { });
        return new(emitted!, program!, folder);
    }

    /// <summary>Infers on samples.</summary>
    /// <param name="samples">Read when they are needed, by several threads.</param>
    /// <param name="range">Which of them.</param>
    /// <param name="take">Takes the position of a sample and the outputs of the model.</param>
    /// <exception cref="CompilationException">A sample cannot be read, or the program failed.</exception>
    public void Run(ISampleSource samples, Range range, Action<int, IReadOnlyList<Tensor>> take)
    {
        var (first, count) = range.GetOffsetAndLength(samples.Count);
        var (inputs, outputs) = VerifyRun.Shown(emitted);
        long bytes = inputs.Sum(i => i.Type.Bytes) + outputs.Sum(o => o.Value.Type.Bytes);
        int workers = Environment.ProcessorCount, size = (int)Math.Clamp(Math.Min(MostBytes / Math.Max(1, bytes), (count + workers - 1) / workers), 1, MostSamples);
        var running = new Queue<(int From, Task<Tensor[]> Outputs)>();
        for (int from = first; from < first + count || running.Count > 0;)
        {
            while (running.Count < workers && from < first + count)
            {
                int start = from, end = Math.Min(from + size, first + count);
                running.Enqueue((start, Task.Run(() => Chunk(samples, start, end, inputs, outputs))));
                from = end;
            }
            var (at, task) = running.Dequeue();
            var frames = task.GetAwaiter().GetResult();
            for (int i = 0; i < frames[0].Shape[0]; i++) take(at + i, [.. frames.Select((f, o) => Frame(f, outputs[o].Value.Type, i))]);
        }
    }

    private Tensor[] Chunk(ISampleSource samples, int from, int to, IReadOnlyList<Value> inputs, IReadOnlyList<GraphOutput> outputs)
    {
        var frames = inputs.Select(i => Tensor.Zeros(i.Type.Element, Shape.Of([to - from, .. i.Type.Shape.ToArray()]))).ToArray();
        for (int n = from; n < to; n++)
        {
            var sample = samples.Read(n);
            for (int i = 0; i < frames.Length; i++) sample.Inputs[i].Bytes.CopyTo(frames[i].Fill<byte>()[checked((int)((n - from) * inputs[i].Type.Bytes))..]);
        }
        string work = Path.Combine(folder, "samples_" + from.ToString(CultureInfo.InvariantCulture));
        try
        {
            var result = ModelRun.Run(program, emitted.Target, inputs.Zip(frames), work, threads: 1, isStream: true);
            return [.. outputs.Select(o => result(o.Name))];
        }
        finally
        {
            if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        }
    }

    private static Tensor Frame(Tensor frames, TensorType type, int index) => new(type, frames.Bytes.Slice(checked((int)(index * type.Bytes)), checked((int)type.Bytes)).ToArray());
}
