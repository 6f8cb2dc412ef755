using System.Collections.Immutable;
using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>Nodes written one after another, typed as they are added: what a <see cref="CompositeOperator"/> stands for.</summary>
/// <param name="constant">data of an operand of the composite, or null when it is not constant</param>
public sealed class Formula(Func<Value, Tensor?> constant)
{
    private readonly List<Node> nodes = [];
    private readonly Dictionary<Value, Tensor> constants = [];

    /// <summary>The nodes in order.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The constants that nodes read.</summary>
    public IReadOnlyDictionary<Value, Tensor> Constants => constants;

    /// <summary>Data of a value, or null when it is not constant.</summary>
    public Tensor? Data(Value? value) => value is null ? null : constants.TryGetValue(value, out var data) ? data : constant(value);

    /// <summary>Data of an operand that shapes depend on.</summary>
    /// <exception cref="InferenceException">It is not constant.</exception>
    public Tensor Require(Value? value, string what) => Data(value) ?? throw new InferenceException(Diagnostics.DiagnosticCodes.UnknownShape, $"{what} must be known at compile time",
        "export the model with constant shapes");

    /// <summary>Adds a node of one result.</summary>
    public Value Add(Operator op, params IReadOnlyList<Value?> inputs) => AddMany(op, inputs, 1)[0];

    /// <summary>Adds a node of several results.</summary>
    public IReadOnlyList<Value> AddMany(Operator op, IReadOnlyList<Value?> inputs, int outputs)
    {
        var types = op.Infer(new InferenceContext([.. inputs.Select(v => v?.Type)], [.. inputs.Select(Data)], outputs));
        Value[] results = [.. types.Select((t, i) => new Value($"t{nodes.Count}_{i}", t))];
        nodes.Add(new Node(op, [.. inputs], [.. results], []));
        return results;
    }

    /// <summary>Adds a constant.</summary>
    public Value Constant(Tensor data)
    {
        var value = new Value($"c{constants.Count}", data.Type);
        constants.Add(value, data);
        return value;
    }

    /// <summary>The nodes as a graph of their own, the body of a loop.</summary>
    public Graph ToGraph(string name, IReadOnlyList<Value> inputs, IReadOnlyList<Value> results) =>
        new(name, Stage.Typed, inputs, results.Select((v, i) => new GraphOutput($"{i}", v)), nodes, constants.ToImmutableDictionary());

    /// <summary>A scalar of the element type of another value.</summary>
    public Value Scalar(double value, Value like) => Constant(Tensors.Fill(like.Element, Shape.Scalar, value));

    /// <summary>A constant computed from its coordinates, row-major.</summary>
    public Value Table(ElementType element, int[] dims, Func<int, double> value) => Constant(Tensors.Make(element, Shape.Of(dims), value));

    /// <summary>The product of two values, broadcast.</summary>
    public Value Mul(Value a, Value b) => Add(new Mul(), a, b);

    /// <summary>The sum of two values, broadcast.</summary>
    public Value Sum(Value a, Value b) => Add(new Add(), a, b);

    /// <summary>The same data under another shape.</summary>
    public Value Reshape(Value x, params IEnumerable<int> dims) => Data(x) is { } data ? Constant(data.Reshape(Shape.Of([.. dims]))) : Add(new ReshapeTo([.. dims]), x);

    /// <summary>The one number that all elements of a constant are, or null.</summary>
    public double? Uniform(Value? x) => Data(x) is { Count: > 0 } data && Enumerable.Range(1, data.Count - 1).All(i => data.AsDouble(i).Equals(data.AsDouble(0))) ? data.AsDouble(0) : null;

    /// <summary>Axes in another order.</summary>
    public Value Transpose(Value x, params ReadOnlySpan<int> order) => Add(new Transpose([.. order]), x);

    /// <summary>The same numbers in another type.</summary>
    public Value Cast(Value x, ElementType to) => x.Element == to ? x : Add(new Cast(to), x);

    /// <summary>Elements <paramref name="from"/> to <paramref name="to"/> (exclusive) along an axis.</summary>
    public Value Slice(Value x, int axis, int from, int to, int step = 1)
    {
        int[] starts = new int[x.Shape.Rank], steps = [.. Enumerable.Repeat(1, x.Shape.Rank)], sizes = x.Shape.ToArray();
        (starts[axis], steps[axis], sizes[axis]) = (from, step, (to - from + step - 1) / step);
        return Add(new SliceStatic([.. starts], [.. steps], [.. sizes]), x);
    }

    /// <summary>A part of a tensor in coordinates that may leave it: zeros outside.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="starts">First element on every axis; negative for zeros in front.</param>
    /// <param name="sizes">Extents of the result.</param>
    public Value Resize(Value x, int[] starts, int[] sizes)
    {
        int rank = sizes.Length;
        int[] dims = x.Shape.ToArray(), from = [.. starts.Select(s => Math.Max(s, 0))], ones = [.. Enumerable.Repeat(1, rank)];
        int[] begins = [.. starts.Select(s => Math.Max(-s, 0))], kept = [.. Enumerable.Range(0, rank).Select(i => Math.Min(dims[i] - from[i], sizes[i] - begins[i]))];
        if (!kept.SequenceEqual(dims)) x = Add(new SliceStatic([.. from], [.. ones], [.. kept]), x);
        return kept.SequenceEqual(sizes) ? x : Add(new PadStatic([.. begins], [.. Enumerable.Range(0, rank).Select(i => sizes[i] - begins[i] - kept[i])], PadMode.Constant, 0), x);
    }

    /// <summary>Values one after another along an axis.</summary>
    public Value Concat(int axis, params IReadOnlyList<Value> parts) => parts.Count == 1 ? parts[0] : Add(new Concat(axis), parts);

    /// <summary>A reduction of some axes, or of all when none is given.</summary>
    public Value Reduce(Reduction kind, Value x, bool keepDims, params int[] axes) => Add(new Reduce(kind, axes.Length == 0 ? [.. Enumerable.Range(0, x.Shape.Rank)] : [.. axes], keepDims), x);
}
