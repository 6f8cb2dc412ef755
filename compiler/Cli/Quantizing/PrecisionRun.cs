using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Editing;
using CompileModel.Quantization;
using CompileModel.Quantization.Precision;

namespace CompileModel.Cli.Quantizing;

/// <summary>Chooses precisions by programs that are optimized for the target and not built.</summary>
internal static class PrecisionRun
{
    /// <summary>Chooses.</summary>
    /// <param name="settings">Options and target.</param>
    /// <param name="model">The prepared model.</param>
    /// <param name="floats">Products that stay float32 in any case.</param>
    /// <param name="ranges">Of all tensors of the whole scope.</param>
    /// <param name="folder">Takes models on the way; exists.</param>
    /// <param name="progress">Hears the name of each step.</param>
    public static PrecisionChoice Run(CompileSettings settings, EditableModel model, IReadOnlySet<string> floats, IReadOnlyDictionary<string, TensorRange> ranges, string folder, Action<string> progress)
    {
        int count = 0;
        return PrecisionSearch.Run(QuantizationScope.Of(model).ProductNames, floats, choice =>
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"choosing precisions, program {++count}"));
            return Model(settings, model, choice, ranges, folder);
        });
    }

    /// <summary>Cycles on the target where some products of a prepared model stay float32.</summary>
    public static ModelledProgram Model(CompileSettings settings, EditableModel model, IReadOnlySet<string> floats, IReadOnlyDictionary<string, TensorRange> ranges, string folder)
    {
        var quantized = model.Copy();
        Quantizer.Apply(quantized, Quantizer.Plan(quantized, QuantizationScope.Of(quantized, floats), ranges, target: settings.Target));
        return Model(settings, quantized, folder);
    }

    /// <summary>Cycles of a model on the target.</summary>
    public static ModelledProgram Model(CompileSettings settings, EditableModel model, string folder)
    {
        string path = Path.Combine(folder, "modelled.onnx");
        File.WriteAllBytes(path, model.ToBytes());
        var optimized = ModelCompiler.Optimize(settings with { ModelPath = path, Observer = null }, new DiagnosticBag(), _ => { })!;
        return ModelledProgram.Of(optimized.Graph, settings.Target);
    }
}
