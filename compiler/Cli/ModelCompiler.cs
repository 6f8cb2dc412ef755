using CompileModel.Diagnostics;
using CompileModel.Emit;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Kernels.Winograd;
using CompileModel.Passes;
using CompileModel.Passes.Bounded;
using CompileModel.Passes.Planning;
using CompileModel.Quantization.Reports;

namespace CompileModel.Cli;

/// <summary>From the ONNX file to the emitted sources: every stage in order.</summary>
public static class ModelCompiler
{
    /// <summary>Runs the whole compiler in memory; nothing is written.</summary>
    /// <param name="settings">The model and the options.</param>
    /// <param name="diagnostics">Takes notes and warnings.</param>
    /// <param name="progress">Hears the name of each step as it starts.</param>
    /// <returns>The sources, or null when the observer stopped the passes.</returns>
    /// <exception cref="CompilationException">The model cannot be compiled for the target; says why.</exception>
    public static EmittedModel? Compile(CompileSettings settings, DiagnosticBag diagnostics, Action<string> progress) =>
        Optimize(settings, diagnostics, progress) is { } optimized ? Emit(settings, optimized, progress) : null;

    /// <summary>From the file to the graph that is about to be lowered; null when the observer stopped the passes.</summary>
    /// <exception cref="CompilationException">The model cannot be used.</exception>
    public static OptimizedModel? Optimize(CompileSettings settings, DiagnosticBag diagnostics, Action<string> progress)
    {
        progress("reading");
        var model = ModelReader.ReadWhatFits(settings.ModelPath, settings.Import, diagnostics);
        progress("optimizing");
        var manager = new PassManager(settings.Observer);
        var (typed, extents) = BoundDimensions.Run(model.Graph, model.Symbols, model.File, diagnostics);
        var graph = manager.Run(typed, Pipeline.Groups, Stage.Fused);
        if (manager.Stopped) return null;
        settings.Observer?.Lowering(graph, settings.Target);
        // Post-training quantisation has said why already.
        if (!settings.IsQuantized)
            foreach (var (node, reason) in FloatProducts.Of(typed, graph)) diagnostics.Note(DiagnosticCodes.StaysFloat, $"computed with float32: {reason}", new(model.File, node.ToString()));
        return new(model, graph, extents);
    }

    /// <summary>From the optimized graph to the sources.</summary>
    /// <exception cref="CompilationException">A node has no kernel for the target.</exception>
    public static EmittedModel Emit(CompileSettings settings, OptimizedModel optimized, Action<string> progress) => settings.MaxRam is { } limit
        ? MemoryLimit.Keep(limit, optimized.Model.File, ConvolutionForms.DefaultBytes(optimized.Graph, settings.Target), budget => Emit(settings, optimized, progress, budget))
        : Emit(settings, optimized, progress, null);

    /// <summary>As above with a budget of bytes for all weights, as far as there is a choice; null for the default.</summary>
    internal static EmittedModel Emit(CompileSettings settings, OptimizedModel optimized, Action<string> progress, long? weightBytes)
    {
        var (model, graph, extents) = optimized;
        var states = StateOptions.Resolve(graph, extents, settings.Stateful, model.File);
        progress("lowering");
        graph = Lower.Run(graph, settings.Target, model.File, ConvolutionForms.Choose(graph, settings.Target, weightBytes));
        Verifier.Verify(graph, nameof(Lower));
        progress("planning memory");
        var plan = MemoryPlanner.Plan(graph);
        progress("emitting");
        string opsets = string.Join(", ", model.Opsets.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{(o.Key.Length == 0 ? "ai.onnx" : o.Key)} {o.Value}"));
        return ModelEmitter.Emit(plan.Graph, plan, settings.Target, new(settings.Name, model.Hash, opsets, settings.Text) { Extents = extents, States = states });
    }
}
