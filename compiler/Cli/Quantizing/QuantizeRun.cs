using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.Quantization;
using CompileModel.Quantization.Samples;

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
        var ranges = CalibrationRun.Run(settings, model, scope, samples, folder, progress).ToDictionary(s => s.Key, s => TensorRange.Of(s.Value, request.Estimator));
        if (request.IsFastest)
        {
            var choice = PrecisionRun.Run(settings, model, new HashSet<string>(), ranges, folder, progress);
            foreach (string product in scope.ProductNames.Where(choice.Floats.Contains)) diagnostics.Note(DiagnosticCodes.StaysFloat, $"'{product}' stays float32: {choice.Reason(product)}", new(model.File));
            scope = QuantizationScope.Of(model, choice.Floats);
        }
        progress("quantizing");
        Quantizer.Apply(model, Quantizer.Plan(model, scope, ranges));
        foreach (var remark in samples.Remarks) diagnostics.Add(remark);
        string path = Path.Combine(folder, model.File);
        File.WriteAllBytes(path, model.ToBytes());
        if (request.Export is { } export) File.Copy(path, export, overwrite: true);
        return settings with { ModelPath = path, IsQuantized = true };
    }
}
