using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Editing;
using CompileModel.Quantization;
using CompileModel.Quantization.Precision;
using CompileModel.Quantization.Reports;
using CompileModel.Quantization.Samples;
using CompileModel.Quantization.Sensitivity;

namespace CompileModel.Cli.Quantizing;

/// <summary>Decides which products stay float32: those that the target is predicted to compute faster so, then those that cost more accuracy than was allowed.</summary>
/// <param name="settings">Options and target.</param>
/// <param name="model">The prepared model.</param>
/// <param name="ranges">Of all tensors of its whole scope.</param>
/// <param name="folder">Takes models and programs on the way; exists.</param>
/// <param name="progress">Hears the name of each step.</param>
internal sealed class MixedPrecision(CompileSettings settings, EditableModel model, IReadOnlyDictionary<string, TensorRange> ranges, string folder, Action<string> progress)
{
    private readonly QuantizationScope whole = QuantizationScope.Of(model);
    private readonly SortedDictionary<string, string> reasons = new(StringComparer.Ordinal);
    private SensitivityRun? run;

    /// <summary>The products that stay float32, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Floats => reasons;

    /// <summary>The last choice by predicted cycles; null when there was none.</summary>
    public PrecisionChoice? Choice { get; private set; }

    /// <summary>What each product does to the results alone; empty when it was not measured.</summary>
    public IReadOnlyList<LayerSensitivity> Sensitivities { get; private set; } = [];

    /// <summary>On labelled data; null when there is none.</summary>
    public AccuracyReport? Accuracy { get; private set; }

    private SensitivityRun Switches => run ??= SensitivityRun.Build(settings, model, Quantizer.Plan(model, whole, ranges, target: settings.Target), folder, progress);

    /// <summary>Leaves products to float32 for a reason.</summary>
    public void Keep(IEnumerable<string> products, string reason)
    {
        foreach (string product in products) reasons.TryAdd(product, reason);
    }

    /// <summary>Leaves to float32 what is faster there.</summary>
    public void KeepFast()
    {
        Choice = PrecisionRun.Run(settings, model, reasons.Keys.ToHashSet(), ranges, folder, progress);
        foreach (string product in Choice.Floats) reasons.TryAdd(product, Choice.Reason(product)!);
    }

    /// <summary>Measures every product alone.</summary>
    public void MeasureLayers(ISampleSource samples) => Sensitivities = Switches.Measure(whole.ProductNames, samples);

    /// <summary>Puts products back to float32 until bounds hold, those first that take the most noise away for a cycle, or without a choice by cycles the most sensitive; says the accuracy where there are labels.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="samples">Samples for the bound of noise.</param>
    /// <param name="labelled">Labelled samples; null when there are none.</param>
    /// <param name="labels">Their labels.</param>
    /// <returns>Whether anything was put back.</returns>
    /// <exception cref="CompilationException">CM4017: they do not hold even where everything is float32.</exception>
    public bool KeepAccurate(Bounds bounds, ISampleSource samples, ISampleSource? labelled, IReadOnlyList<int> labels)
    {
        double full = labelled is null ? 0 : Switches.Accuracy(whole.ProductNames.ToHashSet(), labelled, labels);
        double sqnr = 0, accuracy = 0;
        bool Holds(IReadOnlySet<string> more)
        {
            var floats = reasons.Keys.Concat(more).ToHashSet();
            if (bounds.LeastSqnr is not null) sqnr = Switches.Sqnr(floats, samples);
            if (labelled is not null) accuracy = Switches.Accuracy(floats, labelled, labels);
            return !(sqnr < bounds.LeastSqnr) && !double.IsNaN(sqnr) && !(full - accuracy > bounds.MostDrop);
        }
        LayerSensitivity[] left = [.. Sensitivities.Where(s => !reasons.ContainsKey(s.Product))];
        var back = bounds.Any ? AccuracySearch.Run([.. left.Select(s => s.Product)], Order(left), Holds) : [];
        if (back is null)
            throw new CompilationException(DiagnosticCodes.AccuracyNotReached, string.Create(CultureInfo.InvariantCulture, $"even with every layer in float32 {(sqnr < bounds.LeastSqnr ? $"the results have an SQNR of {sqnr:F1} dB, not {bounds.LeastSqnr:F1}" : $"the accuracy is {accuracy:F2} %, {full - accuracy:F2} points less than that of the float model; {bounds.MostDrop:F2} are allowed")}"),
                new(model.File), "ask for less");
        foreach (var s in Sensitivities.Where(s => back.Contains(s.Product)))
            reasons.Add(s.Product, string.Create(CultureInfo.InvariantCulture, $"too much accuracy would be lost: quantised alone it leaves the results {s.Sqnr:F1} dB"));
        if (labelled is not null) Accuracy = new(labelled.Count, full, Switches.Accuracy(reasons.Keys.ToHashSet(), labelled, labels));
        return back.Count > 0;
    }

    private IEnumerable<string> Order(LayerSensitivity[] left)
    {
        if (Choice is not { } choice) return FloatOrder.BySensitivity(left);
        return FloatOrder.ByCycles(left, p => choice.AllFloat.Products.GetValueOrDefault(p) - choice.AllInteger.Products.GetValueOrDefault(p), more =>
        {
            progress("choosing float32 layers");
            return PrecisionRun.Model(settings, model, reasons.Keys.Concat(more).ToHashSet(), ranges, folder).Total;
        });
    }
}
