using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Quantization;
using CompileModel.Quantization.Ranges;
using CompileModel.Quantization.Reports;
using CompileModel.Quantization.Samples;

namespace CompileModel.Cli.Quantizing;

/// <summary>Post-training quantisation: calibrates on the float model, compiled for this machine, and writes the quantised model as ONNX.</summary>
internal static class QuantizeRun
{
    /// <summary>With fewer samples the user is warned.</summary>
    private const int FewSamples = 8;

    /// <summary>Quantises the model of some settings.</summary>
    /// <param name="settings">The float model; its target plays no part here.</param>
    /// <param name="request">Samples, and where the result is wanted.</param>
    /// <param name="folder">Takes the quantised model and everything on the way; exists.</param>
    /// <param name="diagnostics">Takes notes and warnings.</param>
    /// <param name="progress">Hears the name of each step.</param>
    /// <param name="part">Hears which part of the samples is done, from 0 to 1.</param>
    /// <returns>The settings for the quantised model, and the report if it was wanted.</returns>
    /// <exception cref="CompilationException">The model or the samples cannot be used.</exception>
    public static (CompileSettings Settings, QuantizationReport? Report) Run(CompileSettings settings, QuantizeRequest request, string folder, DiagnosticBag diagnostics, Action<string> progress, Action<double>? part = null)
    {
        if (request.Samples.Count == 0 && (request.HasReport || request.Bounds.Any || request.Bounds.Labels is not null))
            throw new CompilationException(DiagnosticCodes.NoSamples, "reports and bounds of accuracy need samples besides --ranges", hint: "give files or folders with --calibration");
        progress("preparing");
        var read = ModelReader.Read(settings.ModelPath, settings.Import, new DiagnosticBag());
        if (read.Symbols.Count > 0) throw new CompilationException(DiagnosticCodes.CannotQuantize, "dimensions between bounds cannot be calibrated", new(read.File), "give them one value with --dim NAME=VALUE");
        IReadOnlyList<(string, TensorType)> inputs = [.. read.Graph.Inputs.Select(i => (i.Name, i.Type))];
        var samples = request.Samples.Count == 0 ? null : CalibrationData.Open(request.Samples, inputs, request.Preprocessing);
        var model = EditableModel.Read(settings.ModelPath);
        Quantizer.Prepare(model);
        var scope = QuantizationScope.Of(model);
        if (scope.ProductCount == 0) throw new CompilationException(DiagnosticCodes.CannotQuantize, "no convolution or matrix product with constant weights", new(read.File), "compile it without --quantize");
        var kept = NodeNames.Find(request.KeptFloats, scope.ProductNames, model.File);
        var ranges = request.RangesFrom is { } file ? RangesFile.Read(file, scope)
            : CalibrationRun.Run(settings, model, scope, samples!, folder, progress, part).ToDictionary(s => s.Key, s => TensorRange.Of(s.Value, request.Estimator));
        Quantizer.Check(model, scope, ranges);
        if (request.SaveRanges is { } save) RangesFile.Write(save, ranges);
        if (samples?.Count < FewSamples) diagnostics.Warning(DiagnosticCodes.FewSamples, $"calibrated on {samples.Count} sample{(samples.Count == 1 ? "" : "s")}: numbers that they do not give are clipped", new(model.File), "give about 100 that differ as those of later use do");
        var mixed = new MixedPrecision(settings, model, ranges, folder, progress);
        mixed.Keep(kept, "it was asked for");
        if (request.IsFastest && request.HasTarget) mixed.KeepFast();
        if (request.HasReport || request.Bounds.Any) mixed.MeasureLayers(samples!);
        var (labelled, labels) = Labelled(request, inputs);
        if (samples is not null && mixed.KeepAccurate(request.Bounds, samples, labelled, labels) && request.IsFastest && request.HasTarget) mixed.KeepFast();
        foreach (string product in scope.ProductNames.Where(p => mixed.Floats.ContainsKey(p) && !kept.Contains(p))) diagnostics.Note(DiagnosticCodes.StaysFloat, $"'{product}' stays float32: {mixed.Floats[product]}", new(model.File));
        progress("quantizing");
        var plan = Quantizer.Plan(model, QuantizationScope.Of(model, mixed.Floats.Keys.ToHashSet()), ranges, request.Activations, request.HasTarget ? settings.Target : null);
        var report = request.HasReport ? ReportRun.Run(settings, request.HasTarget, model, plan, ranges, mixed, samples!, FloatOutputs(read), folder, progress) : null;
        Quantizer.Apply(model, plan);
        foreach (var remark in samples?.Remarks ?? []) diagnostics.Add(remark);
        string path = Path.Combine(folder, model.File);
        File.WriteAllBytes(path, model.ToBytes());
        if (request.Export is { } export) File.Copy(path, export, overwrite: true);
        return (settings with { ModelPath = path, IsQuantized = true }, report);
    }

    private static (ISampleSource? Samples, IReadOnlyList<int> Labels) Labelled(QuantizeRequest request, IReadOnlyList<(string, TensorType)> inputs)
    {
        if (request.Bounds.Labels is not { } file) return (null, []);
        var data = CalibrationData.Open(request.Bounds.Evaluation, inputs, request.Preprocessing);
        return (data, Labels.Read(file, data.Names));
    }

    private static IReadOnlyList<string> FloatOutputs(OnnxModel model) =>
        [.. InferTypes.Run(model.Graph, model.File, new DiagnosticBag()).Outputs.Where(o => o.Value.Type.Element == ElementType.Float32).Select(o => o.Name)];
}
