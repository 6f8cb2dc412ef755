using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded;

/// <summary>
/// Imported -> Typed for models with open dimensions. Every value is laid out for the upper bounds, so that all that follows sees fixed shapes; operators that look beyond
/// the extent of a run get their operands masked or gathered by the extent, which the program computes from the shapes of its inputs.
/// </summary>
public sealed class BoundDimensions
{
    private readonly SampledModel model;
    private readonly string file;
    private readonly PaddedGraph graph;
    private readonly Dictionary<string, Value> padded = [];

    private BoundDimensions(SampledModel model, string file)
    {
        (this.model, this.file) = (model, file);
        var bound = model.Bound.Graph;
        graph = new PaddedGraph(bound.Inputs.Concat(bound.Constants.Keys).Concat(bound.Nodes.SelectMany(n => n.PresentOutputs)).Select(v => v.Name));
    }

    /// <summary>Types a model and makes it right for every extent within the bounds.</summary>
    /// <param name="imported">The graph in stage Imported, its inputs at the upper bounds.</param>
    /// <param name="symbols">The open dimensions; none is fine. Numbers of results that depend on data come in addition.</param>
    /// <param name="file">For messages.</param>
    /// <param name="diagnostics">Takes notes.</param>
    /// <exception cref="CompilationException">Some node cannot be computed for open extents.</exception>
    public static (Graph Graph, RuntimeExtents Extents) Run(Graph imported, IReadOnlyList<BoundedSymbol> symbols, string file, DiagnosticBag diagnostics)
    {
        var sizes = new DataSizes();
        var typed = InferTypes.Run(imported, file, diagnostics, sizes);
        if (symbols.Count + sizes.Found.Count == 0) return (typed, RuntimeExtents.None);
        return new BoundDimensions(SampledModel.Take(imported, symbols, sizes, file, diagnostics), file).Run(diagnostics);
    }

    private (Graph, RuntimeExtents) Run(DiagnosticBag diagnostics)
    {
        var bound = model.Bound.Graph;
        var symbols = DefineSymbols(s => !s.Places.IsEmpty);
        foreach (var input in bound.Inputs) padded[input.Name] = Spread(input);
        AddAll(diagnostics);
        graph.Origins = [];
        var outputs = bound.Outputs.Select(o => new GraphOutput(o.Name, Dense(o.Value))).ToList();
        List<ExtentFunction> results = [];
        var axes = bound.Outputs.Select(o => (IReadOnlyList<int>)[.. model.Extents(o.Value).Select(f => f is null ? -1 : Number(results, f))]).ToArray();
        foreach (var f in results) outputs.Add(new($"extent {outputs.Count - bound.Outputs.Length}", graph.Add(new ReshapeTo([]), graph.Extent(f))));
        var result = new Graph(bound.Name, Stage.Typed, bound.Inputs.Concat(symbols), outputs, graph.Nodes, graph.Constants);
        result = new Patch(result).Apply();
        Verifier.Verify(result, nameof(BoundDimensions));
        return (result, new([.. model.Symbols.Where(s => !s.Places.IsEmpty)], axes));
    }

    /// <summary>Makes some symbols inputs.</summary>
    private List<Value> DefineSymbols(Func<BoundedSymbol, bool> which)
    {
        List<Value> inputs = [];
        for (int k = 0; k < model.Symbols.Count; k++)
        {
            if (!which(model.Symbols[k])) continue;
            inputs.Add(new($"extent of {model.Symbols[k].Name}", new TensorType(ElementType.Int32, Shape.Scalar)));
            graph.Define(k, inputs[^1]);
        }
        return inputs;
    }

    private void AddAll(DiagnosticBag diagnostics)
    {
        var bound = model.Bound.Graph;
        foreach (var (value, data) in bound.Constants.OrderBy(c => c.Key.Name, StringComparer.Ordinal)) Report(diagnostics, () => padded[value.Name] = Constant(value, data));
        foreach (var node in bound.Nodes) Report(diagnostics, () => Add(node));
        diagnostics.ThrowIfErrors();
    }

    private void Add(Node node)
    {
        // A producer was refused: nothing can be said here.
        if (!node.PresentInputs.All(v => padded.ContainsKey(v.Name))) return;
        graph.Origins = node.Origins;
        Value?[] inputs = [.. node.Inputs.Select(v => v is null ? null : padded[v.Name])];
        var context = new ExtentContext(model, graph, node, inputs, file);
        bool isOpen = node.Operator is DataSizedOperator { Size: >= 0 } || Enumerable.Range(0, inputs.Length).Any(i => context.OpenAxes(i).Length > 0);
        var results = !isOpen ? context.Same() : Bodies(context) is { } bodies ? bodies : ExtentRules.For(node.Operator) is { } rule ? rule.Apply(context) : throw context.Refuse("this operator does not take open extents");
        for (int i = 0; i < results.Count; i++)
            if (node.Outputs[i] is { } output) padded[output.Name] = results[i];
    }

    /// <summary>A node of control flow: its bodies get the extents as further operands. Null when the node has no bodies.</summary>
    private IReadOnlyList<Value>? Bodies(ExtentContext c)
    {
        // A number that is not known yet is not asked for in there.
        Value[] symbols = [.. Enumerable.Range(0, model.Symbols.Count).Select(k => graph.Symbol(k) ?? graph.Number(0))];
        switch (c.Node.Operator)
        {
            case If op:
                var (then, @else) = (Body(c.Node, o => ((If)o).Then), Body(c.Node, o => ((If)o).Else));
                return c.Same(op with { Then = then, Else = @else }, [.. c.Operands.Take(1 + op.Then.Inputs.Length), .. symbols, .. c.Operands.Skip(1 + op.Then.Inputs.Length), .. symbols]);
            case Iterate op:
                if (c.Function<Iterate>(o => o.Trips, "the number of trips") is not null) throw c.Refuse("the number of trips depends on an open extent");
                return c.Same(op with { Body = Body(c.Node, o => ((Iterate)o).Body) }, [.. c.Operands, .. symbols]);
            default:
                return null;
        }
    }

    private Graph Body(Node node, Func<Operator, Graph> body)
    {
        var inner = new BoundDimensions(model.Body(node, body), file);
        var bound = inner.model.Bound.Graph;
        var symbols = inner.DefineSymbols(_ => true);
        foreach (var input in bound.Inputs) inner.padded[input.Name] = input;
        inner.AddAll(new DiagnosticBag());
        var result = new Graph(bound.Name, Stage.Typed, bound.Inputs.Concat(symbols), bound.Outputs.Select(o => o with { Value = inner.padded[o.Value.Name] }), inner.graph.Nodes, inner.graph.Constants);
        return new Patch(result).Apply();
    }

    /// <summary>A constant as it is at the bound; smaller extents must see a part of it.</summary>
    private Value Constant(Value value, Tensor data)
    {
        if (model.Others.All(s => s.Constant(value.Name) is { } other && (ReferenceEquals(other, data) || IsCorner(other, data)))) return graph.Constant(value, data);
        if (VaryingConstant.Compute(model, graph, value.Name) is { } computed) return computed;
        throw new CompilationException(DiagnosticCodes.UnknownShape, $"the constant '{value.Name}' {value.Type} depends on an open extent in a way that is not supported", new Location(file),
            "give the dimension a fixed value with --dim NAME=VALUE");
    }

    private static bool IsCorner(Tensor part, Tensor whole)
    {
        if (part.Shape.Rank != whole.Shape.Rank || Enumerable.Range(0, part.Shape.Rank).Any(i => part.Shape[i] > whole.Shape[i])) return false;
        var (a, b) = (part.Shape.Strides(), whole.Shape.Strides());
        int size = part.Element.Size();
        for (int i = 0; i < part.Count; i++)
        {
            long at = Enumerable.Range(0, a.Length).Sum(axis => i / a[axis] % part.Shape[axis] * b[axis]);
            if (!part.Bytes.Slice(i * size, size).SequenceEqual(whole.Bytes.Slice((int)at * size, size))) return false;
        }
        return true;
    }

    /// <summary>An input, whose data are dense for the run's extents, laid out for the bounds.</summary>
    private Value Spread(Value input)
    {
        var (shapes, flat) = Shapes(input);
        return Repacking.IsInPlace(flat, shapes) ? input
            : Repacking.Move(graph, graph.Add(new ReshapeTo([flat[0][0]]), input), [null], shapes[0], model.Extents(input));
    }

    /// <summary>The opposite for an output.</summary>
    private Value Dense(Value output)
    {
        var (shapes, flat) = Shapes(output);
        if (Repacking.IsInPlace(shapes, flat)) return padded[output.Name];
        return graph.Add(new ReshapeTo([.. shapes[0]]), Repacking.Move(graph, padded[output.Name], model.Extents(output), flat[0], [null]));
    }

    /// <summary>The shapes of a value at the bounds and at the other extents, and those of the same elements in one row.</summary>
    private (int[][] Shapes, int[][] Flat) Shapes(Value value)
    {
        int[][] shapes = [.. model.Others.Prepend(model.Bound).Select(s => s.Value(value.Name)!.Shape.ToArray())];
        return (shapes, [.. shapes.Select(s => new[] { s.Aggregate(1, (a, b) => a * b) })]);
    }

    private static int Number(List<ExtentFunction> results, ExtentFunction f)
    {
        if (!results.Contains(f)) results.Add(f);
        return results.IndexOf(f);
    }

    private static void Report(DiagnosticBag diagnostics, Action action)
    {
        try
        {
            action();
        }
        catch (CompilationException e)
        {
            foreach (var d in e.Diagnostics) diagnostics.Add(d);
        }
    }
}
