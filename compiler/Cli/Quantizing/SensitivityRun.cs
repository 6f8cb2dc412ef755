using System.Collections.Immutable;
using System.Globalization;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Quantization;
using CompileModel.Quantization.Samples;
using CompileModel.Quantization.Sensitivity;

namespace CompileModel.Cli.Quantizing;

/// <summary>One program that measures every choice of precisions on samples: the float model with switches.</summary>
internal sealed class SensitivityRun
{
    /// <summary>The most samples that sensitivities and the bound of noise are measured on, taken evenly from all.</summary>
    public const int MostSamples = 16;

    private readonly EditableModel model;
    private readonly QuantizationPlan plan;
    private readonly SampleProgram program;
    private readonly IReadOnlyList<int> telling;
    private readonly Action<string> progress;

    private SensitivityRun(EditableModel model, QuantizationPlan plan, SampleProgram program, IReadOnlyList<int> telling, Action<string> progress) =>
        (this.model, this.plan, this.program, this.telling, this.progress) = (model, plan, program, telling, progress);

    /// <summary>Compiles the model with switches.</summary>
    /// <param name="settings">Where the model came from; its target plays no part.</param>
    /// <param name="model">The prepared model.</param>
    /// <param name="plan">Everything that may be quantised.</param>
    /// <param name="folder">Takes the program and its files; exists.</param>
    /// <param name="progress">Hears the name of each step.</param>
    public static SensitivityRun Build(CompileSettings settings, EditableModel model, QuantizationPlan plan, string folder, Action<string> progress)
    {
        progress("compiling the model with switches");
        var switched = model.Copy();
        var telling = SwitchModel.Make(switched, plan);
        return new(model, plan, SampleProgram.Build(switched, "switches", settings.Import, folder), telling, progress);
    }

    /// <summary>What each product does to the results when it alone is quantised.</summary>
    /// <param name="products">Names of products of the plan.</param>
    /// <param name="samples">The samples.</param>
    public IReadOnlyList<LayerSensitivity> Measure(IReadOnlyList<string> products, ISampleSource samples)
    {
        var all = QuantizationScope.Of(model).ProductNames.ToHashSet();
        var found = Compare([.. products.Select(p => On(all.Where(other => other != p).ToHashSet()))], samples, "measuring layers");
        return [.. products.Zip(found, (p, f) => new LayerSensitivity(p, f.Sqnr, f.Largest))];
    }

    /// <summary>Signal to noise of the results, before a softmax at the end, where some products stay float32, in dB.</summary>
    public double Sqnr(IReadOnlySet<string> floats, ISampleSource samples) => Compare([On(floats)], samples, "measuring precisions")[0].Sqnr;

    /// <summary>Percent of samples whose largest element of the first result is that of the label, where some products stay float32.</summary>
    public double Accuracy(IReadOnlySet<string> floats, ISampleSource samples, IReadOnlyList<int> labels)
    {
        int right = 0;
        program.Run(new SwitchedSamples(samples, [On(floats)], 2 * plan.Nodes.Length), .., (i, outputs) =>
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"evaluating, sample {i + 1} of {samples.Count}"));
            if (Largest(outputs[0]) == labels[i]) right++;
        });
        return 100.0 * right / samples.Count;
    }

    /// <summary>Positions of the switches that are on where some products stay float32.</summary>
    private ImmutableHashSet<int> On(IReadOnlySet<string> floats)
    {
        var scope = QuantizationScope.Of(model, floats);
        var (products, tensors, count) = (scope.ProductNames.ToHashSet(), scope.Tensors.ToHashSet(), plan.Nodes.Length);
        return [.. Enumerable.Range(0, count).Where(i => plan.Nodes[i].Inputs.Any(o => tensors.Contains(model.Nodes[plan.Nodes[i].Index].Input(o)))),
            .. Enumerable.Range(0, count).Where(i => plan.Nodes[i].IsProduct && products.Contains(plan.Nodes[i].Name)).Select(i => count + i)];
    }

    private Fidelity[] Compare(IReadOnlyList<ImmutableHashSet<int>> choices, ISampleSource samples, string title)
    {
        var fidelities = choices.Select(_ => new Fidelity()).ToArray();
        var some = SampleSubset.Evenly(samples, MostSamples);
        int each = choices.Count + 1;
        IReadOnlyList<Tensor> reference = [];
        program.Run(new SwitchedSamples(some, [[], .. choices], 2 * plan.Nodes.Length), .., (i, outputs) =>
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"{title}, run {i + 1} of {some.Count * each}"));
            if (i % each == 0) reference = outputs;
            else
                foreach (int result in telling)
                    if (reference[result].Element == ElementType.Float32) fidelities[(i % each) - 1].Add(reference[result].Span<float>(), outputs[result].Span<float>());
        });
        return fidelities;
    }

    private static int Largest(Tensor output)
    {
        int best = 0;
        for (int i = 1; i < output.Count; i++)
            if (output.AsDouble(i) > output.AsDouble(best)) best = i;
        return best;
    }
}
