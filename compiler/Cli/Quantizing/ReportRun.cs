using System.Globalization;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Quantization;
using CompileModel.Quantization.Precision;
using CompileModel.Quantization.Reports;
using CompileModel.Quantization.Samples;
using CompileModel.Quantization.Sensitivity;

namespace CompileModel.Cli.Quantizing;

/// <summary>Gathers the report on a model that is quantised here: runs the float and the quantised program side by side on samples.</summary>
internal static class ReportRun
{
    /// <summary>The most samples that fidelity is measured on, taken evenly from all.</summary>
    public const int MostSamples = 64;

    /// <summary>Makes the report.</summary>
    /// <param name="settings">The model; cycles are those of its target.</param>
    /// <param name="hasTarget">Whether cycles are wanted.</param>
    /// <param name="model">The prepared model.</param>
    /// <param name="plan">How it is quantised.</param>
    /// <param name="ranges">What calibration found.</param>
    /// <param name="mixed">What stays float32, and what was measured.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="floatOutputs">Names of the model's float32 results.</param>
    /// <param name="folder">Takes models and programs on the way; exists.</param>
    /// <param name="progress">Hears the name of each step.</param>
    public static QuantizationReport Run(CompileSettings settings, bool hasTarget, EditableModel model, QuantizationPlan plan, IReadOnlyDictionary<string, TensorRange> ranges, MixedPrecision mixed,
        ISampleSource samples, IReadOnlyList<string> floatOutputs, string folder, Action<string> progress)
    {
        var layers = ModelLayer.Of(model);
        var some = SampleSubset.Evenly(samples, MostSamples);
        var fidelities = Compare(settings, model, plan, [.. layers.Select(l => l.Tensor).Concat(floatOutputs).Distinct()], some, folder, progress);
        var (now, inFloat) = hasTarget ? Cycles(settings, model, plan, mixed.Choice, folder) : (null, null);
        var weights = plan.Nodes.Where(n => n.Weights is not null).ToDictionary(n => n.Name, n => n.Weights!);
        var alone = mixed.Sensitivities.ToDictionary(s => s.Product);
        return new(model.File, hasTarget ? settings.Target.Name : null, some.Count,
            [.. floatOutputs.Select(o => new OutputReport(o, QuantizationReport.Finite(fidelities[o].Sqnr), QuantizationReport.Finite(fidelities[o].Cosine)))], mixed.Accuracy, Whole(now), Whole(inFloat), [.. layers.Select(Layer)]);

        double? Whole(ModelledProgram? program) => program is null ? null : Math.Round(program.Total);

        TensorReport? Grid(string tensor) => plan.Tensors.TryGetValue(tensor, out var grid) ? TensorReport.Of(tensor, grid, ranges.GetValueOrDefault(tensor)) : null;

        LayerReport Layer(ModelLayer layer)
        {
            string name = layer.Node.Name;
            var scales = weights.TryGetValue(name, out var w) ? w.Scales.Span<float>().ToArray() : null;
            double? cycles = now?.Products.TryGetValue(name, out double c) == true ? Math.Round(c) : null, before = inFloat?.Products.TryGetValue(name, out double f) == true ? Math.Round(f) : null;
            string? reason = w is not null ? null : layer.Obstacle ?? mixed.Floats.GetValueOrDefault(name, "it was asked for");
            return new(name, layer.Node.OpType, w is null ? "float32" : "int8", reason, w is null ? null : Grid(layer.Node.Input(0)), Grid(layer.Tensor), scales?.Min(), scales?.Max(), layer.Tensor,
                QuantizationReport.Finite(fidelities[layer.Tensor].Sqnr), QuantizationReport.Finite(fidelities[layer.Tensor].Cosine),
                alone.TryGetValue(name, out var s) ? QuantizationReport.Finite(s.Sqnr) : null, s is null ? null : QuantizationReport.Finite(s.Largest), cycles, before, cycles is { } own ? QuantizationReport.Finite(own / now!.Total) : null);
        }
    }

    private static Dictionary<string, Fidelity> Compare(CompileSettings settings, EditableModel model, QuantizationPlan plan, IReadOnlyList<string> tensors, ISampleSource samples, string folder, Action<string> progress)
    {
        progress("compiling the float and the quantised model side by side");
        var both = model.Copy();
        ComparisonModel.Make(both, plan, tensors);
        var program = SampleProgram.Build(both, "comparison", settings.Import, folder);
        Fidelity[] fidelities = [.. tensors.Select(_ => new Fidelity())];
        program.Run(samples, .., (i, outputs) =>
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"comparing, sample {i + 1} of {samples.Count}"));
            ComparisonModel.Take(fidelities, outputs[0]);
        });
        return tensors.Zip(fidelities).ToDictionary(t => t.First, t => t.Second);
    }

    private static (ModelledProgram Now, ModelledProgram Float) Cycles(CompileSettings settings, EditableModel model, QuantizationPlan plan, PrecisionChoice? choice, string folder)
    {
        if (choice is not null) return (choice.Program, choice.AllFloat);
        var quantized = model.Copy();
        Quantizer.Apply(quantized, plan);
        return (PrecisionRun.Model(settings, quantized, folder), PrecisionRun.Model(settings, model, folder));
    }
}
