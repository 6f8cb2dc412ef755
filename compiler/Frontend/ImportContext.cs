using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>
/// What an importer sees of one node, and where it puts what it makes. Values may have no type yet: graph inputs and constants have one.
/// The caller takes <see cref="Nodes"/>, <see cref="Constants"/> and <see cref="Results"/> over after the import.
/// </summary>
/// <param name="node">The node.</param>
/// <param name="opset">Version of the node's domain that the model imports.</param>
/// <param name="inputs">The operands, null where one is left out.</param>
/// <param name="constant">Data of a value that is an initializer or constant, else null.</param>
/// <param name="unique">Makes a value name unique in the graph.</param>
/// <param name="outer">Finds a value of the graph by its name, for what bodies read from outside.</param>
public sealed class ImportContext(OnnxNode node, int opset, IReadOnlyList<Value?> inputs, Func<Value, Tensor?> constant, Func<string, string> unique, Func<string, Value?>? outer = null)
{
    private readonly Dictionary<string, object> attributes = node.Attributes.GroupBy(a => a.Name).ToDictionary(g => g.Key, g => g.Last().Value);
    private readonly HashSet<string> read = [];
    private readonly List<Node> nodes = [];
    private readonly Dictionary<Value, Tensor> constants = [];

    /// <summary>The node as the model says it.</summary>
    public OnnxNode Node { get; } = node;

    /// <summary>Version of the operator set.</summary>
    public int Opset { get; } = opset;

    /// <summary>The operands, null where one is left out.</summary>
    public IReadOnlyList<Value?> Inputs { get; } = inputs;

    /// <summary>Where the nodes come from.</summary>
    public Origin Origin { get; } = new(node.Index, node.Name.Length > 0 ? node.Name : node.Outputs.FirstOrDefault(o => o.Length > 0, ""),
        node.Domain.Length == 0 ? node.OpType : $"{node.Domain}.{node.OpType}");

    /// <summary>The nodes made so far, in order.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The constants made so far.</summary>
    public IReadOnlyDictionary<Value, Tensor> Constants => constants;

    /// <summary>One value for each result of the ONNX node; null where it is not wanted.</summary>
    public IReadOnlyList<Value?>? Results { get; private set; }

    /// <summary>Operand <paramref name="index"/>, or null when it is left out.</summary>
    public Value? Input(int index) => index < Inputs.Count ? Inputs[index] : null;

    /// <summary>Data of a value that is constant already at import, else null.</summary>
    public Tensor? ConstantData(Value? value) => value is null ? null : constants.TryGetValue(value, out var data) ? data : constant(value);

    /// <summary>Whether an attribute is given.</summary>
    public bool Has(string name) => attributes.ContainsKey(name);

    /// <summary>Marks attributes as understood although nothing depends on them.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (string name in names) read.Add(name);
    }

    /// <summary>A number, or its default.</summary>
    public long Int(string name, long @default) => Get<long>(name, "an integer") is { } value ? (long)value : @default;

    /// <summary>A number that must fit 32 bits, or its default.</summary>
    public int Int32(string name, int @default)
    {
        long value = Int(name, @default);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Bad(name, $"is out of range: {value.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A flag given as 0 or 1, or its default.</summary>
    public bool Flag(string name, bool @default = false) => Int(name, @default ? 1 : 0) != 0;

    /// <summary>A number that must be given.</summary>
    public long RequireInt(string name) => Has(name) ? Int(name, 0) : throw Bad(name, "is missing");

    /// <summary>A float, or its default.</summary>
    public float Float(string name, float @default) => Get<float>(name, "a float") is { } value ? (float)value : @default;

    /// <summary>A string, or its default.</summary>
    public string String(string name, string @default) => (string?)Get<string>(name, "a string") ?? @default;

    /// <summary>An element type, given by its number in ONNX or, in old opsets, by its name.</summary>
    public ElementType ElementType(string name, bool byName = false)
    {
        if (byName)
        {
            return Enum.TryParse(String(name, "").Replace("DOUBLE", "Float64").Replace("BFLOAT16", "BFloat16").Replace("FLOAT16", "Float16"), true, out ElementType known) ? known
                : String(name, "") == "FLOAT" ? IR.ElementType.Float32
                : throw Bad(name, $"names an element type that is not supported: '{String(name, "")}'");
        }
        long value = RequireInt(name);
        return value is > 0 and < 256 && Enum.IsDefined((ElementType)value)
            ? (ElementType)value
            : throw new ImportException(DiagnosticCodes.UnsupportedTensor, $"attribute '{name}' is element type {value}, which is not supported");
    }

    /// <summary>One of a few strings, as an enumeration.</summary>
    public T Choice<T>(string name, string @default, params ReadOnlySpan<(string Text, T Value)> choices)
    {
        string text = String(name, @default);
        foreach (var (key, value) in choices)
            if (key == text) return value;
        throw Bad(name, $"is '{text}', which is not supported");
    }

    /// <summary>The attribute <c>auto_pad</c>.</summary>
    public AutoPad AutoPad() =>
        Choice("auto_pad", "NOTSET", ("NOTSET", IR.Operators.AutoPad.NotSet), ("SAME_UPPER", IR.Operators.AutoPad.SameUpper), ("SAME_LOWER", IR.Operators.AutoPad.SameLower), ("VALID", IR.Operators.AutoPad.Valid));

    /// <summary>x[N,F] times coefficients [rows,F], turned, plus intercepts, as float32.</summary>
    public Value Linear(Value x, float[] coefficients, float[] intercepts, int rows)
    {
        int features = rows > 0 ? coefficients.Length / rows : 0;
        if (features == 0 || features * rows != coefficients.Length) throw Bad("coefficients", $"has {coefficients.Length} numbers, which are no {rows} rows");
        var turned = Tensors.Make(IR.ElementType.Float32, IR.Shape.Of(features, rows), i => coefficients[(i % rows * features) + (i / rows)]);
        var product = Add(new MatMul(), Add(new Cast(IR.ElementType.Float32), x), Constant(turned, "coefficients"));
        return intercepts.Length == 0 ? product : Add(new Add(), product, Constant(IR.Tensor.Of(IR.Shape.Of(intercepts.Length), intercepts), "intercepts"));
    }

    /// <summary>The attributes of convolutions; the extents of the kernel are those of the weights.</summary>
    public Conv Conv()
    {
        Ignore("kernel_shape");
        return new(Ints("strides") ?? [], Ints("dilations") ?? [], Ints("pads") ?? [], Int32("group", 1), AutoPad());
    }

    /// <summary>The attribute <c>round_mode</c> of casts.</summary>
    public ScaleRounding ScaleRounding() => Choice("round_mode", "up", ("up", IR.ScaleRounding.Up), ("down", IR.ScaleRounding.Down), ("nearest", IR.ScaleRounding.Nearest));

    /// <summary>A list of integers that fit 32 bits, or null when it is not given.</summary>
    public Ints? Ints(string name)
    {
        if ((long[]?)Get<long[]>(name, "a list of integers") is not { } values) return null;
        if (values.Any(v => v is < int.MinValue or > int.MaxValue)) throw Bad(name, "is out of range");
        return [.. values.Select(v => (int)v)];
    }

    /// <summary>A list of 64-bit integers, or null when it is not given.</summary>
    public long[]? Longs(string name) => (long[]?)Get<long[]>(name, "a list of integers");

    /// <summary>A list of floats, or null when it is not given.</summary>
    public float[]? Floats(string name) => (float[]?)Get<float[]>(name, "a list of floats");

    /// <summary>A list of strings, or null when it is not given.</summary>
    public string[]? Strings(string name) => (string[]?)Get<string[]>(name, "a list of strings");

    /// <summary>A tensor, or null when it is not given.</summary>
    public Tensor? Tensor(string name) => (Tensor?)Get<Tensor>(name, "a tensor");

    /// <summary>A subgraph, or null when it is not given.</summary>
    public Graph? Graph(string name) => (Graph?)Get<Graph>(name, "a graph");

    /// <summary>A subgraph that must be given.</summary>
    public Graph RequireGraph(string name) => Graph(name) ?? throw Bad(name, "is missing");

    /// <summary>The values that a body reads from outside: its inputs behind the first <paramref name="formal"/> ones.</summary>
    public IReadOnlyList<Value?> Captured(Graph body, int formal) => body.Inputs.Length >= formal ? [.. body.Inputs.Skip(formal).Select(i => outer?.Invoke(i.Name))]
        : throw new ImportException(DiagnosticCodes.BadArity, $"the body '{body.Name}' has {body.Inputs.Length} inputs, not {formal}");

    /// <summary>A constant.</summary>
    public Value Constant(Tensor data, string hint = "const")
    {
        var value = new Value(unique($"{Prefix}_{hint}"), data.Type);
        constants.Add(value, data);
        return value;
    }

    /// <summary>A one-dimensional int64 constant.</summary>
    public Value Constant(params ReadOnlySpan<long> values) => Constant(IR.Tensor.OfInts(values));

    /// <summary>Adds a node whose one result is read by further nodes of this import.</summary>
    public Value Add(Operator op, params ReadOnlySpan<Value?> operands)
    {
        var result = new Value(unique($"{Prefix}_{op.Name}"), null);
        nodes.Add(new Node(op, [.. operands], [result], [Origin]));
        return result;
    }

    /// <summary>Adds the nodes of a body with its inputs replaced, and gives its outputs.</summary>
    public IReadOnlyList<Value> Inline(Graph body, params ReadOnlySpan<Value> arguments)
    {
        var values = new Dictionary<Value, Value>();
        for (int i = 0; i < arguments.Length; i++) values.Add(body.Inputs[i], arguments[i]);
        foreach (var (value, data) in body.Constants) values.Add(value, Constant(data, value.Name));
        foreach (var inner in body.Nodes)
        {
            foreach (var output in inner.PresentOutputs) values.Add(output, new Value(unique($"{Prefix}_{output.Name}"), null));
            nodes.Add(new Node(inner.Operator, [.. inner.Inputs.Select(v => v is null ? null : values[v])], [.. inner.Outputs.Select(v => v is null ? null : values[v])], [Origin]));
        }
        return [.. body.Outputs.Select(o => values[o.Value])];
    }

    /// <summary>Adds the node that produces the results of the ONNX node.</summary>
    public void Emit(Operator op, params ReadOnlySpan<Value?> operands)
    {
        Value?[] results = [.. Node.Outputs.Select(o => o.Length == 0 ? null : new Value(unique(o), null))];
        nodes.Add(new Node(op, [.. operands], [.. results], [Origin]));
        Results = results;
    }

    /// <summary>Adds a node that produces one of several results of the ONNX node; the others come from further calls.</summary>
    public void EmitAt(int index, Operator op, params ReadOnlySpan<Value?> operands)
    {
        var results = (Value?[])(Results ??= new Value?[Node.Outputs.Count]);
        if (index >= results.Length || Node.Outputs[index].Length == 0) return;
        results[index] = new Value(unique(Node.Outputs[index]), null);
        nodes.Add(new Node(op, [.. operands], [results[index]], [Origin]));
    }

    /// <summary>Makes a constant the one result of the ONNX node.</summary>
    public void EmitConstant(Tensor data)
    {
        var value = new Value(unique(Node.Outputs[0]), data.Type);
        constants.Add(value, data);
        Results = [value];
    }

    /// <summary>An error about an attribute.</summary>
    public static ImportException Bad(string attribute, string message) => new(DiagnosticCodes.BadAttribute, $"attribute '{attribute}' {message}");

    /// <summary>Checks that the node was imported and that no attribute was left unread.</summary>
    internal void RequireComplete()
    {
        if (Results is null) throw new InternalCompilerException($"the importer of {Node.OpType} emitted nothing");
        foreach (string name in attributes.Keys)
            if (!read.Contains(name)) throw Bad(name, $"is not an attribute of {Node.OpType} in opset {Opset}");
    }

    private string Prefix => Node.Outputs.FirstOrDefault(o => o.Length > 0) ?? Node.OpType;

    private object? Get<T>(string name, string kind)
    {
        read.Add(name);
        if (!attributes.TryGetValue(name, out object? value)) return null;
        // An empty list carries no type of its own in files of old exporters.
        if (value is T or null) return value;
        if (value is Array { Length: 0 } && typeof(T).IsArray) return Array.CreateInstance(typeof(T).GetElementType()!, 0);
        throw Bad(name, $"must be {kind}");
    }
}
