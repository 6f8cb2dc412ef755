using System.Globalization;
using System.Runtime.InteropServices;
using CompileModel.Cli.Verification;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Quantization;
using CompileModel.Quantization.Calibration;
using CompileModel.Quantization.Samples;
using CompileModel.Targets;

namespace CompileModel.Cli.Quantizing;

/// <summary>Post-training quantisation: calibrates on the float model, compiled for this machine, and writes the quantised model as ONNX.</summary>
internal static class QuantizeRun
{
    /// <summary>Quantises the model of some settings.</summary>
    /// <param name="settings">The float model; its target plays no part here.</param>
    /// <param name="request">Samples, and where the result is wanted.</param>
    /// <param name="folder">Takes the quantised model and everything on the way; exists.</param>
    /// <param name="diagnostics">Takes notes and warnings.</param>
    /// <param name="progress">Hears the name of each step.</param>
    /// <returns>The settings for the quantised model.</returns>
    /// <exception cref="CompilationException">The model or the samples cannot be used.</exception>
    public static CompileSettings Run(CompileSettings settings, QuantizeRequest request, string folder, DiagnosticBag diagnostics, Action<string> progress)
    {
        progress("preparing");
        var read = ModelReader.Read(settings.ModelPath, settings.Import, new DiagnosticBag());
        if (read.Symbols.Count > 0) throw new CompilationException(DiagnosticCodes.CannotQuantize, "dimensions between bounds cannot be calibrated", new(read.File), "give them one value with --dim NAME=VALUE");
        var samples = CalibrationData.Open(request.Samples, [.. read.Graph.Inputs.Select(i => (i.Name, i.Type))], request.Preprocessing);
        var model = EditableModel.Read(settings.ModelPath);
        Quantizer.Prepare(model);
        var scope = QuantizationScope.Of(model);
        if (scope.ProductCount == 0) throw new CompilationException(DiagnosticCodes.CannotQuantize, "no convolution or matrix product with constant weights", new(read.File), "compile it without --quantize");
        var ranges = Calibrate(settings, model, scope.Tensors, samples, folder, progress);
        progress("quantizing");
        Quantizer.Apply(model, Quantizer.Plan(model, scope, ranges));
        foreach (var remark in samples.Remarks) diagnostics.Add(remark);
        string path = Path.Combine(folder, model.File);
        File.WriteAllBytes(path, model.ToBytes());
        if (request.Export is { } export) File.Copy(path, export, overwrite: true);
        return settings with { ModelPath = path, IsQuantized = true };
    }

    private static Dictionary<string, TensorRange> Calibrate(CompileSettings settings, EditableModel model, IReadOnlyList<string> tensors, CalibrationData samples, string folder, Action<string> progress)
    {
        progress("compiling the float model");
        var tapped = model.Copy();
        RangeModel.Make(tapped, tensors);
        string path = Path.Combine(folder, "ranges.onnx");
        File.WriteAllBytes(path, tapped.ToBytes());
        // The same instructions wherever it runs: ranges do not depend on the machine.
        var host = TargetProfiles.Load(RuntimeInformation.OSArchitecture == Architecture.X64 ? "x86-64-v3" : "host");
        var (emitted, program) = CompileRun.Build(new(path, settings.Import, host, "ranges"), Path.Combine(folder, "ranges"), build: true, new DiagnosticBag(), _ => { });
        var inputs = VerifyRun.Shown(emitted!).Inputs;
        float[] ends = [.. Enumerable.Range(0, 2 * tensors.Count).Select(i => i % 2 == 0 ? float.PositiveInfinity : float.NegativeInfinity)];
        for (int i = 0; i < samples.Count; i++)
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"calibrating, sample {i + 1} of {samples.Count}"));
            RangeModel.Extend(ends, ModelRun.Run(program!, host, inputs.Zip(samples.Read(i).Inputs), Path.Combine(folder, "run"), threads: 1)(RangeModel.Output));
        }
        return tensors.Select((name, i) => (name, range: new TensorRange(Math.Min(ends[2 * i], 0), Math.Max(ends[(2 * i) + 1], 0), ends[2 * i], ends[(2 * i) + 1], []))).ToDictionary();
    }
}
