using CompileModel.Cli.Verification;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Views;
using CompileModel.Passes;
using CompileModel.Targets;

namespace CompileModel.Cli.Conformance;

/// <summary>A case that the compiler takes: its graph before lowering, with the inputs that stay inputs.</summary>
/// <param name="Case">The case.</param>
/// <param name="Optimized">The optimized graph.</param>
/// <param name="Data">Inputs that were not fixed, by position, and the reference outputs.</param>
/// <param name="FixedInputs">How many inputs became constants.</param>
public sealed record PreparedCase(ConformanceCase Case, OptimizedModel Optimized, TestDataSet Data, int FixedInputs)
{
    /// <summary>ONNX operators of the model, without repetition.</summary>
    public IReadOnlyList<string> Operators => [.. Optimized.Model.Graph.Nodes.SelectMany(n => n.Origins).Select(o => o.OpType).Distinct()];

    /// <summary>Element types of the inputs.</summary>
    public IReadOnlyList<string> Types => [.. Optimized.Model.Graph.Inputs.Select(i => i.MaybeType).Concat(Optimized.Model.Graph.Constants.Keys.Select(c => c.MaybeType)).OfType<TensorType>()
        .Take(Math.Max(1, Optimized.Model.Graph.Inputs.Length)).Select(t => t.Element.ShortName()).Distinct()];

    /// <summary>What computes the case.</summary>
    public required KernelKind Kernel { get; init; }

    /// <summary>The graph.</summary>
    public Graph Graph => Optimized.Graph;

    /// <summary>The model's own outputs; extents of results follow them in the graph.</summary>
    public IReadOnlyList<GraphOutput> Outputs => Optimized.Extents.OutputsOf(Graph);

    /// <summary>
    /// Compiles a case for the target up to lowering. Inputs stay inputs where possible; then those that can only say shapes, axes or bounds (integers of rank 0 or 1) become
    /// constants; then all but the first, as weights are in real models; then every single number, since those of Range say the shape of its result.
    /// </summary>
    /// <exception cref="CompilationException">The compiler does not take the model; the first reason, with all inputs open, is told.</exception>
    public static PreparedCase Prepare(ConformanceCase one, TargetProfile target)
    {
        var data = one.Data();
        CompilationException? first = null;
        foreach (var isFixed in (Func<Tensor, int, bool>[])[(_, _) => false, (t, _) => IsShapeLike(t), (t, i) => i > 0 || IsShapeLike(t), (t, _) => t.Shape.Rank == 0 || IsShapeLike(t)])
        {
            var positions = Enumerable.Range(0, data.InputItems.Count).Where(i => data.InputItems[i].Tensor is { } tensor && isFixed(tensor, i)).ToArray();
            if (first is not null && positions.Length == 0) continue;
            try
            {
                return Prepare(one, data, positions, target);
            }
            catch (CompilationException e)
            {
                first ??= e;
            }
        }
        throw first!;
    }

    private static bool IsShapeLike(Tensor tensor) => tensor.Shape.Rank <= 1 && (tensor.Element.IsInteger() || tensor.Element is ElementType.Bool or ElementType.String);

    private static PreparedCase Prepare(ConformanceCase one, TestDataSet data, int[] positions, TargetProfile target)
    {
        var import = new ImportOptions
        {
            Data = data.InputItems.Select((item, i) => (item, i)).ToDictionary(t => t.i, t => t.item),
            FixedInputs = positions.ToDictionary(i => i, i => data.InputItems[i].Tensor!),
        };
        var optimized = ModelCompiler.Optimize(new(one.Model, import, target, "case"), new(), _ => { })!;
        var graph = optimized.Graph;
        var open = new TestDataSet(data.Name, [.. data.InputItems.Where((_, i) => !positions.Contains(i))], data.OutputItems);
        int outputs = optimized.Extents.OutputsOf(graph).Count;
        if (open.Inputs.Count != graph.Inputs.Length || open.Outputs.Count != outputs)
            throw new CompilationException(DiagnosticCodes.BadTestData, $"{data.Inputs.Count} inputs and {data.Outputs.Count} outputs; the model has {graph.Inputs.Length + positions.Length} and {outputs}", new(one.Name));
        if (graph.Inputs.Zip(open.Inputs).FirstOrDefault(p => p.First.Type != p.Second.Type) is { First: { } value } pair)
            throw new CompilationException(DiagnosticCodes.BadTestData, $"input '{value.Name}' is {value.Type}, the data are {pair.Second.Type}", new(one.Name));
        var templates = Lower.Run(graph, target, optimized.Model.File).Nodes.Select(n => n.Operator).OfType<KernelCall>().Select(k => k.Template).Where(t => t is not IViewTemplate).ToArray();
        var kernel = templates.Length == 0 ? KernelKind.None : templates.All(t => t.IsVector) ? KernelKind.Vector : KernelKind.Scalar;
        return new(one, optimized, open, positions.Length) { Kernel = kernel };
    }
}
