using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Passes.Bounded;

/// <summary>A node with operands of open extent, as a rule sees it.</summary>
/// <param name="model">The samples.</param>
/// <param name="graph">Takes the nodes.</param>
/// <param name="node">The node at the upper bounds.</param>
/// <param name="inputs">Its operands, laid out for the bounds.</param>
/// <param name="file">For messages.</param>
public sealed class ExtentContext(SampledModel model, PaddedGraph graph, Node node, IReadOnlyList<Value?> inputs, string file)
{
    /// <summary>Takes the nodes.</summary>
    public PaddedGraph Graph { get; } = graph;

    /// <summary>The node at the upper bounds.</summary>
    public Node Node => node;

    /// <summary>The symbol that the node itself brings in: the number of its results.</summary>
    public int OwnSymbol => model.Symbols.ToList().FindIndex(s => s.Places.IsEmpty && s.Name == node.PresentOutputs.First().Name);

    /// <summary>Number of operands.</summary>
    public int Inputs => inputs.Count;

    /// <summary>All operands; null where one is left out.</summary>
    public IReadOnlyList<Value?> Operands => inputs;

    /// <summary>An operand that is there.</summary>
    public Value this[int i] => inputs[i]!;

    /// <summary>Extents of an operand, one an axis; null where fixed.</summary>
    public ExtentFunction?[] Extents(int input) => node.Inputs[input] is { } value ? model.Extents(value) : [];

    /// <summary>Extents of a result.</summary>
    public ExtentFunction?[] ResultExtents(int output = 0) => model.Extents(node.Outputs[output]!);

    /// <summary>Axes of an operand whose extent is open.</summary>
    public int[] OpenAxes(int input) => [.. Extents(input).Select((f, i) => (f, i)).Where(p => p.f is not null).Select(p => p.i)];

    /// <summary>The extent of this run along an axis of an operand, an int32 scalar.</summary>
    public Value Extent(int input, int axis) => Graph.Extent(Extents(input)[axis], node.Input(input).Shape[axis]);

    /// <summary>Shapes of an operand at the bound, then at each sample.</summary>
    public IReadOnlyList<int[]> Shapes(int input) => [.. AllSamples.Select(s => s.Value(node.Input(input).Name)!.Shape.ToArray())];

    /// <summary>Likewise of the result.</summary>
    public IReadOnlyList<int[]> ResultShapes => [.. AllSamples.Select(s => s.Value(node.Output.Name)!.Shape.ToArray())];

    /// <summary>How a number of the operator depends on the symbols; null when it does not.</summary>
    public ExtentFunction? Function<TOperator>(Func<TOperator, long> number, string what) where TOperator : Operator =>
        model.Function(s => number((TOperator)s.Node(node).Operator), $"{what} of {node.Where}");

    /// <summary>An operand with the open parts of some axes filled.</summary>
    public Value Filled(int input, IEnumerable<int> axes, double value)
    {
        var (x, extents) = (this[input], Extents(input));
        foreach (int axis in axes)
            if (extents[axis] is { } f) x = Graph.Fill(x, axis, f, value);
        return x;
    }

    /// <summary>Data of an operand, or null when it is not constant.</summary>
    public Tensor? Constant(int input) => inputs[input] is { } value ? Graph.Constants.GetValueOrDefault(value) : null;

    /// <summary>Adds the node itself, on other operands where given.</summary>
    public IReadOnlyList<Value> Same(Operator? op = null, IReadOnlyList<Value?>? operands = null) =>
        Graph.AddMany(op ?? node.Operator, operands ?? inputs, [.. node.Outputs.Select(_ => (string?)null)]);

    /// <summary>What a rule says where it does not apply.</summary>
    public CompilationException Refuse(string why) => new(DiagnosticCodes.UnknownShape,
        $"{node.Operator.Name}: {why} ({string.Join(", ", node.PresentInputs.Select(v => v.Type))}; open extents {string.Join(", ", model.Symbols.Select(s => $"{s.Name} = {s.Low}..{s.High}"))})",
        new Location(file, node.Where), "give the dimension a fixed value with --dim NAME=VALUE or --input-shape");

    private IEnumerable<Sample> AllSamples => [model.Bound, .. model.Others];
}
