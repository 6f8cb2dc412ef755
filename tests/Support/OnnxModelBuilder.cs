using CompileModel.IR;

namespace CompileModel.Tests.Support;

/// <summary>
/// Builds small ONNX files for tests. Values are strings; <see cref="Node"/> returns the name of its first result. Names get a prefix, so that many
/// independent cases fit into one model.
/// </summary>
internal sealed class OnnxModelBuilder
{
    private readonly ProtoWriter graph = new();
    private readonly HashSet<string> names = [];
    private readonly HashSet<string> domains = [];
    private int nodes;

    /// <summary>Version of the default operator set.</summary>
    public int Opset { get; init; } = 17;

    /// <summary>IR version of the file.</summary>
    public int IrVersion { get; init; } = 8;

    /// <summary>Put before the names of inputs, outputs and nodes made from now on.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The graph's inputs so far.</summary>
    public List<(string Name, ElementType Element, int[] Shape)> Inputs { get; } = [];

    /// <summary>The graph's outputs so far.</summary>
    public List<string> Outputs { get; } = [];

    /// <summary>Adds an input with fixed dimensions.</summary>
    public string Input(string name, params int[] shape) => Input(ElementType.Float32, name, shape);

    /// <summary>Adds an input with fixed dimensions.</summary>
    public string Input(ElementType element, string name, params int[] shape)
    {
        name = Unique(name);
        graph.Message(11, ValueInfo(name, element, shape.Cast<object>()));
        Inputs.Add((name, element, shape));
        return name;
    }

    /// <summary>Adds an input whose dimensions are numbers or names.</summary>
    public string SymbolicInput(string name, params object[] shape)
    {
        name = Unique(name);
        graph.Message(11, ValueInfo(name, ElementType.Float32, shape));
        return name;
    }

    /// <summary>Adds an input that is a sequence (4) or an optional (9) of tensors.</summary>
    public string StructuredInput(string name, int field, params object[] shape)
    {
        name = Unique(name);
        graph.Message(11, new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(field, new ProtoWriter().Message(1, TensorType(ElementType.Float32, shape)))));
        return name;
    }

    /// <summary>Adds an initializer with raw data.</summary>
    public string Constant(Tensor tensor, string name = "c")
    {
        name = Unique(name);
        graph.Message(5, TensorProto(tensor).Text(8, name));
        return name;
    }

    /// <summary>Adds a float initializer.</summary>
    public string Constant(int[] shape, params float[] values) => Constant(Tensor.Of(Shape.Of(shape), values));

    /// <summary>Adds an initializer of 64-bit integers.</summary>
    public string Ints(params long[] values) => Constant(Tensor.OfInts(values), "i");

    /// <summary>Adds an initializer whose data lies in another file.</summary>
    public string ExternalConstant(string location, long offset, params int[] shape)
    {
        var name = Unique("external");
        var tensor = new ProtoWriter();
        foreach (var dim in shape) tensor.Int(1, dim);
        tensor.Int(2, (int)ElementType.Float32).Text(8, name).Int(14, 1);
        tensor.Message(13, Entry("location", location)).Message(13, Entry("offset", $"{offset}"));
        tensor.Message(13, Entry("length", $"{4 * shape.Aggregate(1, (a, b) => a * b)}"));
        graph.Message(5, tensor);
        return name;
    }

    /// <summary>Adds a node with one result and returns the result's name.</summary>
    public string Node(string op, string[] inputs, params (string Name, object Value)[] attributes) => Node(op, inputs, 1, attributes)[0];

    /// <summary>Adds a node and returns the names of its results.</summary>
    public string[] Node(string op, string[] inputs, int results, params (string Name, object Value)[] attributes)
    {
        var outputs = Enumerable.Range(0, results).Select(_ => Unique("v")).ToArray();
        RawNode(op, inputs, outputs, attributes);
        return outputs;
    }

    /// <summary>Adds a node whose results have the given names, unprefixed; for graphs that are wrong on purpose too. "domain::Op" sets a domain.</summary>
    public void RawNode(string op, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes)
    {
        var node = new ProtoWriter();
        foreach (var input in inputs) node.Text(1, input);
        foreach (var output in outputs) node.Text(2, output);
        var parts = op.Split("::");
        node.Text(3, $"{Prefix}n{nodes++}_{parts[^1]}").Text(4, parts[^1]);
        if (parts.Length == 2)
        {
            node.Text(7, parts[0]);
            domains.Add(parts[0]);
        }
        foreach (var (name, value) in attributes) node.Message(5, Attribute(name, value));
        graph.Message(1, node);
    }

    /// <summary>Makes a value an output, under its own name.</summary>
    public string Output(string value, ElementType element = ElementType.Float32)
    {
        graph.Message(12, new ProtoWriter().Text(1, value).Message(2, new ProtoWriter().Message(1, new ProtoWriter().Int(1, (int)element))));
        Outputs.Add(value);
        return value;
    }

    /// <summary>The file.</summary>
    public byte[] ToArray()
    {
        var model = new ProtoWriter().Int(1, IrVersion).Text(2, "compile-model tests");
        model.Bytes(7, [.. graph.ToArray(), .. new ProtoWriter().Text(2, "test").ToArray()]);
        model.Message(8, new ProtoWriter().Text(1, "").Int(2, Opset));
        foreach (var domain in domains.Order(StringComparer.Ordinal)) model.Message(8, new ProtoWriter().Text(1, domain).Int(2, 1));
        return model.ToArray();
    }

    /// <summary>The file, written to <paramref name="path"/>.</summary>
    public string Save(string path)
    {
        File.WriteAllBytes(path, ToArray());
        return path;
    }

    private static ProtoWriter Entry(string key, string value) => new ProtoWriter().Text(1, key).Text(2, value);

    private static ProtoWriter TensorProto(Tensor tensor)
    {
        var proto = new ProtoWriter();
        foreach (var dim in tensor.Shape.ToArray()) proto.Int(1, dim);
        return proto.Int(2, (int)tensor.Element).Bytes(9, tensor.Bytes);
    }

    private static ProtoWriter ValueInfo(string name, ElementType element, IEnumerable<object> shape) => new ProtoWriter().Text(1, name).Message(2, TensorType(element, shape));

    private static ProtoWriter TensorType(ElementType element, IEnumerable<object> shape)
    {
        var dims = new ProtoWriter();
        foreach (var dim in shape) dims.Message(1, dim is string symbol ? new ProtoWriter().Text(2, symbol) : new ProtoWriter().Int(1, Convert.ToInt64(dim)));
        return new ProtoWriter().Message(1, new ProtoWriter().Int(1, (int)element).Message(2, dims));
    }

    private static ProtoWriter Attribute(string name, object value)
    {
        var attribute = new ProtoWriter().Text(1, name);
        switch (value)
        {
            case float f: attribute.Float(2, f).Int(20, 1); break;
            case string s: attribute.Text(4, s).Int(20, 3); break;
            case Tensor t: attribute.Message(5, TensorProto(t)).Int(20, 4); break;
            case int[] ints:
                foreach (var item in ints) attribute.Int(8, item);
                attribute.Int(20, 7);
                break;
            case float[] floats:
                foreach (var item in floats) attribute.Float(7, item);
                attribute.Int(20, 6);
                break;
            case string[] strings:
                foreach (var item in strings) attribute.Text(9, item);
                attribute.Int(20, 8);
                break;
            default: attribute.Int(3, Convert.ToInt64(value)).Int(20, 2); break;
        }
        return attribute;
    }

    private string Unique(string name)
    {
        var unique = Prefix + name;
        for (int i = 1; !names.Add(unique); i++) unique = $"{Prefix}{name}{i}";
        return unique;
    }
}
