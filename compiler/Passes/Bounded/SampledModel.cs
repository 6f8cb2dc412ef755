using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Passes.Canonical;

namespace CompileModel.Passes.Bounded;

/// <summary>
/// One model at its upper bounds and at many other extents of its symbols. What the extents of every value depend on is found by comparing them: every operator's type
/// inference takes part without knowing of symbols.
/// </summary>
public sealed class SampledModel
{
    /// <summary>Everything that depends on shapes only, and that no pass decides by the extents it sees.</summary>
    private static readonly PassGroup Resolve = new("resolve", Stage.Typed, Stage.Typed, ToFixedPoint: true,
    [
        new EliminateDead(), new ExpandComposites(), new ResolveImportedForms(), new SplitToSlices(), new NormalizeAxes(), new ResolveWindows(), new GemmToMatMul(),
        new BatchNormalizationToAffine(), new BlocksToTransposes(), new DecomposeNormalizations(),
    ]);

    private const int Dense = 24;
    private readonly string file;
    private readonly Dictionary<(string Value, int Axis), ExtentFunction?> known = [];

    private readonly List<Sample> others = [];
    private readonly Func<IReadOnlyList<int>, Sample> take;

    private SampledModel(IReadOnlyList<BoundedSymbol> symbols, Func<IReadOnlyList<int>, Sample> take, string file)
    {
        (Symbols, this.take, this.file) = (symbols, take, file);
        Bound = take([.. symbols.Select(s => s.High)]);
    }

    /// <summary>The symbols.</summary>
    public IReadOnlyList<BoundedSymbol> Symbols { get; }

    /// <summary>The model with every symbol at its upper bound.</summary>
    public Sample Bound { get; }

    /// <summary>The model at other extents.</summary>
    public IReadOnlyList<Sample> Others => others;

    /// <summary>Types the model at all samples.</summary>
    /// <param name="imported">The graph in stage Imported, its inputs at the upper bounds.</param>
    /// <param name="symbols">The symbols of its inputs.</param>
    /// <param name="sizes">The numbers of results that depend on data, each a symbol more.</param>
    /// <param name="file">For messages.</param>
    /// <param name="diagnostics">Takes notes.</param>
    /// <exception cref="CompilationException">The model does not fit some extents in the range.</exception>
    public static SampledModel Take(Graph imported, IReadOnlyList<BoundedSymbol> symbols, DataSizes sizes, string file, DiagnosticBag diagnostics)
    {
        // At least 2, so that the number shows among the extents; 0 is seen at run time only, as what has no elements is folded here.
        symbols = [.. symbols, .. sizes.Found.Select(s => new BoundedSymbol(s.Key, 1, Math.Max(2, s.Value), []))];
        var model = new SampledModel(symbols, extents => At(imported, symbols, extents, file, diagnostics), file);
        foreach (int[] extents in Points(symbols)) model.Add(extents);
        return model;
    }

    /// <summary>A body of a node, sampled likewise.</summary>
    /// <param name="node">The node at the bound.</param>
    /// <param name="body">Which of its bodies.</param>
    public SampledModel Body(Node node, Func<Operator, Graph> body)
    {
        Sample Outer(IReadOnlyList<int> extents) => others.Prepend(Bound).FirstOrDefault(s => s.Extents.SequenceEqual(extents)) ?? Add(extents);
        var model = new SampledModel(Symbols, extents => new(extents, new PassManager().Run(body(Outer(extents).Node(node).Operator), [Resolve], Stage.Typed)), file);
        foreach (var sample in others.ToArray()) model.Add(sample.Extents);
        return model;
    }

    private Sample Add(IReadOnlyList<int> extents)
    {
        var sample = take(extents);
        CheckParallel(Bound, sample, Symbols, file);
        others.Add(sample);
        return sample;
    }

    /// <summary>What the extents of a value depend on, one an axis; null where the extent is fixed.</summary>
    /// <exception cref="CompilationException">An extent is of no form that can be compiled.</exception>
    public ExtentFunction?[] Extents(Value value) => [.. Enumerable.Range(0, value.Shape.Rank).Select(axis => Extent(value, axis))];

    /// <summary>How a number that every sample has depends on the symbols; null when it does not.</summary>
    /// <param name="number">The number at a sample.</param>
    /// <param name="what">For the message.</param>
    /// <exception cref="CompilationException">It is of no form that can be compiled.</exception>
    public ExtentFunction? Function(Func<Sample, long> number, string what)
    {
        long atBound = number(Bound);
        int[] varying = [.. Enumerable.Range(0, Symbols.Count).Where(k => Line(k).Any(s => number(s) != atBound))];
        if (varying.Length == 0) return Others.All(s => number(s) == atBound) ? null : throw Unfit(what);
        ExtentFunction? Along(int k)
        {
            var points = new SortedDictionary<int, long>(Line(k).Append(Bound).ToDictionary(s => s.Extents[k], number));
            (int, long)[] Now() => [.. points.Select(p => (p.Key, p.Value))];
            while (ExtentFunction.Undecided(k, Now()) is { } between) points[between] = number(Add([.. Symbols.Select((s, i) => i == k ? between : s.High)]));
            return ExtentFunction.Fit(k, Now());
        }
        var function = Along(varying[0]);
        foreach (int k in varying.Skip(1)) function = function is not null && Along(k) is { } other ? ExtentFunction.Product(other, function, atBound) : null;
        return function is not null && Others.All(s => function.At(s.Extents) == number(s)) ? function : throw Unfit(what);
    }

    private ExtentFunction? Extent(Value value, int axis)
    {
        if (known.TryGetValue((value.Name, axis), out var function)) return function;
        return known[(value.Name, axis)] = Function(s => s.Value(value.Name)!.Shape[axis], $"dimension {axis} of '{value.Name}'");
    }

    /// <summary>The samples in which only one symbol is below its bound.</summary>
    private IEnumerable<Sample> Line(int symbol) => Others.Where(s => Enumerable.Range(0, Symbols.Count).All(k => k == symbol || s.Extents[k] == Symbols[k].High));

    private CompilationException Unfit(string what) => new(DiagnosticCodes.UnknownShape,
        $"{what} depends on {string.Join(" and ", Symbols.Select(s => $"'{s.Name}'"))} in a way that is not supported", new Location(file),
        "an extent may be a * floor((s + b) / c) + d of a dimension s, or a product of such; give the others a fixed value with --dim NAME=VALUE");

    private static IEnumerable<int[]> Points(IReadOnlyList<BoundedSymbol> symbols)
    {
        int[] high = [.. symbols.Select(s => s.High)];
        var random = new Random(1);
        for (int k = 0; k < symbols.Count; k++)
        {
            var (low, top) = (symbols[k].Low, symbols[k].High);
            IEnumerable<int> values = top - low <= Dense ? Enumerable.Range(low, top - low)
                : Enumerable.Range(0, 8).SelectMany(i => (int[])[low + i, top - 1 - i, low + 8 + random.Next(top - low - 8)]).Distinct();
            foreach (int value in values) yield return [.. high.Select((h, i) => i == k ? value : h)];
        }
        if (symbols.Count < 2) yield break;
        for (int i = 0; i < 4; i++) yield return [.. symbols.Select(s => i == 0 ? s.Low : random.Next(s.Low, s.High))];
    }

    private static Sample At(Graph imported, IReadOnlyList<BoundedSymbol> symbols, IReadOnlyList<int> extents, string file, DiagnosticBag diagnostics)
    {
        try
        {
            var inputs = imported.Inputs.ToDictionary(v => v, v => new Value(v.Name, new TensorType(v.Element, InputShape(v, symbols, extents))));
            Value? New(Value? v) => v is null ? null : inputs.GetValueOrDefault(v, v);
            var graph = new Graph(imported.Name, imported.Stage, inputs.Values, imported.Outputs.Select(o => o with { Value = New(o.Value)! }),
                imported.Nodes.Select(n => n with { Inputs = [.. n.Inputs.Select(New)] }), imported.Constants);
            var assumed = symbols.Zip(extents).Where(p => p.First.Places.IsEmpty).ToDictionary(p => p.First.Name, p => p.Second);
            var typed = InferTypes.Run(graph, file, diagnostics, new DataSizes(assumed));
            return new(extents, new PassManager().Run(typed, [Resolve], Stage.Typed));
        }
        catch (CompilationException e) when (!extents.SequenceEqual(symbols.Select(s => s.High)))
        {
            string where = string.Join(", ", symbols.Zip(extents, (s, x) => $"{s.Name} = {x}"));
            throw new CompilationException(DiagnosticCodes.ShapeMismatch, $"the model does not take {where}: {e.Diagnostics[0].Message}", e.Diagnostics[0].Location, "narrow the range");
        }
    }

    private static Shape InputShape(Value input, IReadOnlyList<BoundedSymbol> symbols, IReadOnlyList<int> extents)
    {
        int[] dims = input.Shape.ToArray();
        for (int k = 0; k < symbols.Count; k++)
            foreach (var (name, axis) in symbols[k].Places)
                if (name == input.Name) dims[axis] = extents[k];
        return Shape.Of(dims);
    }

    private static void CheckParallel(Sample bound, Sample other, IReadOnlyList<BoundedSymbol> symbols, string file)
    {
        var (a, b) = (bound.Graph.Nodes, other.Graph.Nodes);
        for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            if (i < a.Length && i < b.Length && a[i].Operator.GetType() == b[i].Operator.GetType()
                && a[i].PresentOutputs.Select(v => v.Name).SequenceEqual(b[i].PresentOutputs.Select(v => v.Name))) continue;
            var node = (i < a.Length ? a : b)[i];
            string where = string.Join(", ", symbols.Zip(other.Extents, (s, x) => $"{s.Name} = {x}"));
            throw new CompilationException(DiagnosticCodes.UnknownShape, $"{node.Operator.Name}: the model takes another form for {where}", new Location(file, node.Where),
                "narrow the range, or give the dimension a fixed value with --dim NAME=VALUE");
        }
    }
}
