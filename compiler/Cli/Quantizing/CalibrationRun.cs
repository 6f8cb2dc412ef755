using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Quantization;
using CompileModel.Quantization.Calibration;
using CompileModel.Quantization.Samples;

namespace CompileModel.Cli.Quantizing;

/// <summary>Runs the float model, compiled for this machine with taps at tensors, on samples.</summary>
internal static class CalibrationRun
{
    /// <summary>Statistics of all tensors of a scope.</summary>
    /// <param name="settings">Where the model came from; its target plays no part.</param>
    /// <param name="model">The prepared model.</param>
    /// <param name="scope">What of it becomes integers.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="folder">Takes the tapped model, its program and their files; exists.</param>
    /// <param name="progress">Hears the name of each step.</param>
    /// <param name="part">Hears which part of the samples is done, from 0 to 1.</param>
    public static IReadOnlyDictionary<string, TensorStatistics> Run(CompileSettings settings, EditableModel model, QuantizationScope scope, ISampleSource samples, string folder, Action<string> progress, Action<double>? part = null)
    {
        progress("compiling the float model");
        string path = Path.Combine(folder, "float.onnx");
        File.WriteAllBytes(path, model.ToBytes());
        var taps = TapChoice.Of(scope, Types(path, settings.Import), samples.Count);
        var tapped = model.Copy();
        CalibrationModel.Make(tapped, taps);
        var program = SampleProgram.Build(tapped, "statistics", settings.Import, folder);
        TensorStatistics[] statistics = [.. taps.Select(t => new TensorStatistics(t.Channels))];
        program.Run(samples, .., (i, outputs) =>
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"calibrating, sample {i + 1} of {samples.Count}"));
            CalibrationModel.Take(statistics, taps, outputs[0]);
            part?.Invoke((i + 1.0) / samples.Count);
        });
        return taps.Zip(statistics).ToDictionary(t => t.First.Tensor, t => t.Second);
    }

    private static Dictionary<string, TensorType> Types(string path, ImportOptions import)
    {
        var diagnostics = new DiagnosticBag();
        var read = ModelReader.Read(path, import, diagnostics);
        var graph = InferTypes.Run(read.Graph, read.File, diagnostics);
        return graph.Inputs.Concat(graph.Nodes.SelectMany(n => n.PresentOutputs)).ToDictionary(v => v.Name, v => v.Type);
    }
}
