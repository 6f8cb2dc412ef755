using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>A node under a rewrite, with what patterns ask of their surroundings.</summary>
public sealed class Match(Graph graph, Patch patch, Node node)
{
    /// <summary>The graph.</summary>
    public Graph Graph { get; } = graph;

    /// <summary>Where changes go.</summary>
    public Patch Patch { get; } = patch;

    /// <summary>The node at the root of the pattern.</summary>
    public Node Node { get; } = node;

    /// <summary>Its result.</summary>
    public Value Output => Node.Output;

    /// <summary>Operand <paramref name="i"/>.</summary>
    public Value this[int i] => Node.Input(i);

    /// <summary>Adds a node in the name of the root.</summary>
    public Value Add(Operator op, params IReadOnlyList<Value?> inputs) => Patch.Add(Node.Output.Name, op, inputs, Node);

    /// <summary>Adds a node in the name of the root and others that it stands for.</summary>
    public Value Add(Operator op, IReadOnlyList<Value?> inputs, params IReadOnlyList<Node> from) => Patch.Add(Node.Output.Name, op, inputs, [.. from, Node]);

    /// <summary>Adds a constant.</summary>
    public Value Constant(Tensor data) => Patch.Constant(Node.Output.Name + ".const", data);

    /// <summary>Adds the nodes of a formula in the name of the root and others that it stands for.</summary>
    /// <param name="formula">The nodes.</param>
    /// <param name="result">A value of the formula.</param>
    /// <param name="from">Other nodes that it stands for.</param>
    /// <returns>The value that the result has become.</returns>
    public Value Put(Formula formula, Value result, params IReadOnlyList<Node> from) => FormulaNodes.Put(Patch, formula, Node.Output.Name, [.. from, Node])(result)!;

    /// <summary>A scalar constant of the element type of the root's result.</summary>
    public Value Scalar(double value) => Constant(Tensors.Fill(Output.Element, Shape.Scalar, value));

    /// <summary>Adds a change of shape.</summary>
    public Value Reshape(Value x, params IEnumerable<int> dims) => Add(new ReshapeTo([.. dims]), x);

    /// <summary>The node that produces a value when it has operator <typeparamref name="T"/> and one result.</summary>
    public Node? Producer<T>(Value? value) where T : Operator =>
        value is not null && Graph.Producer(value) is { Operator: T, Outputs.Length: 1 } found ? found : null;

    /// <summary>The value all elements of a constant have, or null.</summary>
    public double? Uniform(Value? value)
    {
        if (Graph.Constant(value) is not { Count: > 0 } data) return null;
        double first = data.AsDouble(0);
        for (int i = 1; i < data.Count; i++)
            if (!data.AsDouble(i).Equals(first)) return null;
        return first;
    }

    /// <summary>Whether a value is a constant whose elements are all <paramref name="expected"/>, as exporters write it in float: within a relative 1e-5.</summary>
    public bool Is(Value? value, double expected) => Uniform(value) is { } c && Math.Abs(c - expected) <= 1e-5 * Math.Abs(expected);

    /// <summary>The operand of a commutative node that is not <paramref name="one"/>; null when neither or both are.</summary>
    public static Value? Other(Node binary, Value one) =>
        binary.Input(0) == one && binary.Input(1) != one ? binary.Input(1) : binary.Input(1) == one && binary.Input(0) != one ? binary.Input(0) : null;
}
