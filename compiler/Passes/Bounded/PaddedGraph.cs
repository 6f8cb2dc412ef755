using System.Collections.Immutable;
using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded;

/// <summary>
/// The model under construction, every value laid out for the upper bounds: elements beyond the extent of a run are there but mean nothing. Extents of a run are
/// int32 scalars that nodes compute from the symbols, which are inputs.
/// </summary>
public sealed class PaddedGraph
{
    private readonly List<Node> nodes = [];
    private readonly ImmutableDictionary<Value, Tensor>.Builder constants = ImmutableDictionary.CreateBuilder<Value, Tensor>();
    private readonly HashSet<string> names;
    private readonly Dictionary<ExtentFunction, Value> extents = [];
    private readonly Dictionary<(int Count, int Rank, int Axis), Value> counters = [];
    private readonly Dictionary<int, Value> numbers = [];

    /// <summary>An empty graph that leaves some names to others.</summary>
    /// <param name="reserved">Names that are taken.</param>
    public PaddedGraph(IEnumerable<string> reserved) => names = [.. reserved];

    /// <summary>The nodes so far.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The constants so far.</summary>
    public ImmutableDictionary<Value, Tensor> Constants => constants.ToImmutable();

    /// <summary>The model node that new nodes stand for.</summary>
    public ImmutableArray<Origin> Origins { get; set; } = [];

    /// <summary>Adds a node of one result.</summary>
    public Value Add(Operator op, params IReadOnlyList<Value?> inputs) => AddMany(op, inputs, [null])[0];

    /// <summary>Adds a node; results keep the names given, others get one.</summary>
    public IReadOnlyList<Value> AddMany(Operator op, IReadOnlyList<Value?> inputs, IReadOnlyList<string?> results)
    {
        var types = op.Infer(new InferenceContext([.. inputs.Select(v => v?.Type)], [.. inputs.Select(v => v is null ? null : constants.GetValueOrDefault(v))], results.Count));
        Value[] values = [.. results.Select((name, i) => new Value(name ?? Unique("padded"), types[i]))];
        nodes.Add(new Node(op, [.. inputs], [.. values], Origins));
        return values;
    }

    /// <summary>Adds a constant under the name it has in the model.</summary>
    public Value Constant(Value value, Tensor data)
    {
        constants.Add(value, data);
        return value;
    }

    /// <summary>Adds a constant.</summary>
    public Value Constant(Tensor data) => Constant(new Value(Unique("padded_const"), data.Type), data);

    /// <summary>An int32 scalar constant.</summary>
    public Value Number(int value) => numbers.TryGetValue(value, out var known) ? known : numbers[value] = Constant(Tensor.From(ElementType.Int32, Shape.Scalar, [value]));

    /// <summary>A scalar of an element type.</summary>
    public Value Scalar(ElementType element, double value) => Constant(Tensors.Fill(element, Shape.Scalar, value));

    /// <summary>Says what a symbol is in this run.</summary>
    /// <param name="symbol">Its number.</param>
    /// <param name="value">An int32 scalar.</param>
    public void Define(int symbol, Value value) => extents.Add(ExtentFunction.Of(symbol), value);

    /// <summary>The value of a symbol, or null while it is not defined.</summary>
    public Value? Symbol(int symbol) => extents.GetValueOrDefault(ExtentFunction.Of(symbol));

    /// <summary>Adds the nodes of a formula.</summary>
    /// <returns>For a value of the formula, or an operand of it, the value here.</returns>
    public Func<Value, Value> Place(Formula formula)
    {
        var placed = formula.Constants.ToDictionary(c => c.Key, c => Constant(c.Value));
        Value Of(Value value) => placed.GetValueOrDefault(value, value);
        foreach (var node in formula.Nodes)
        {
            var results = AddMany(node.Operator, [.. node.Inputs.Select(v => v is null ? null : Of(v))], [.. node.Outputs.Select(_ => (string?)null)]);
            for (int i = 0; i < results.Count; i++) placed[node.Outputs[i]!] = results[i];
        }
        return Of;
    }

    /// <summary>The extent of this run, an int32 scalar.</summary>
    public Value Extent(ExtentFunction f)
    {
        if (extents.TryGetValue(f, out var known)) return known;
        if (f.Times is { } times) return extents[f] = Add(new Mul(), Extent(f with { Times = null }), Extent(times));
        var x = extents[ExtentFunction.Of(f.Symbol)];
        if (f.Offset != 0) x = Add(new Add(), x, Number(f.Offset));
        if (f.Divisor != 1) x = Add(new Div(), x, Number(f.Divisor));
        if (f.Scale != 1) x = Add(new Mul(), x, Number(f.Scale));
        if (f.Shift != 0) x = Add(new Add(), x, Number(f.Shift));
        return extents[f] = x;
    }

    /// <summary>As <see cref="Extent(ExtentFunction)"/>, or the fixed number.</summary>
    public Value Extent(ExtentFunction? f, int whenFixed) => f is null ? Number(whenFixed) : Extent(f);

    /// <summary>0, 1, ... <paramref name="count"/> - 1 along one of <paramref name="rank"/> axes, int32.</summary>
    public Value Counter(int count, int rank = 1, int axis = 0)
    {
        if (counters.TryGetValue((count, rank, axis), out var known)) return known;
        int[] dims = [.. Enumerable.Repeat(1, rank)];
        dims[axis] = count;
        return counters[(count, rank, axis)] = Constant(Tensor.From<int>(ElementType.Int32, Shape.Of(dims), [.. Enumerable.Range(0, count)]));
    }

    /// <summary>x with everything from the run's extent on, along one axis, replaced by a number.</summary>
    public Value Fill(Value x, int axis, ExtentFunction extent, double value)
    {
        var inside = Add(new Less(), Counter(x.Shape[axis], x.Shape.Rank, axis), Extent(extent));
        return Add(new Where(), inside, x, Scalar(x.Element, value));
    }

    /// <summary>The slices of x along one axis at int32 indexes, which are clamped into it.</summary>
    public Value Take(Value x, int axis, Value indexes) => Add(new Gather(axis), x, Clamp(indexes, x.Shape[axis]));

    /// <summary>Indexes of any integer type, clamped to 0 to <paramref name="count"/> - 1.</summary>
    public Value Clamp(Value indexes, int count)
    {
        Value Limit(int n) => indexes.Element == ElementType.Int32 ? Number(n) : Scalar(indexes.Element, n);
        return Add(new Min(), Add(new Max(), indexes, Limit(0)), Limit(count - 1));
    }

    private string Unique(string hint)
    {
        string name = hint;
        for (int i = 1; !names.Add(name); i++) name = $"{hint}_{i}";
        return name;
    }
}
