using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using CompileModel.IR;
using Google.Protobuf;

namespace CompileModel.Frontend.Editing;

/// <summary>
/// A model file that can be changed and written again. Nodes are those of the main graph, in topological order; bodies of control flow and functions stay as they are, and what
/// bodies read from outside counts as read. All data are part of the written file.
/// </summary>
public sealed class EditableModel
{
    private readonly ModelProto model;
    private readonly TensorReader tensors;
    private readonly Dictionary<string, TensorProto> initializers;
    private readonly HashSet<string> names;
    private readonly List<EditableNode> nodes;

    private EditableModel(ModelProto model, string file, TensorReader tensors)
    {
        (this.model, File, this.tensors) = (model, file, tensors);
        initializers = model.Graph.Initializer.ToDictionary(t => t.Name);
        nodes = [.. model.Graph.Node.Select(n => new EditableNode(n))];
        names = [.. model.Graph.Input.Select(i => i.Name), .. initializers.Keys, .. nodes.SelectMany(n => n.Inputs.Concat(n.Outputs)), .. nodes.SelectMany(n => Captured(n.Proto))];
    }

    /// <summary>File name for messages.</summary>
    public string File { get; }

    /// <summary>The nodes in order.</summary>
    public IReadOnlyList<EditableNode> Nodes => nodes;

    /// <summary>The node that gives each tensor.</summary>
    public Dictionary<string, EditableNode> Producers() => nodes.SelectMany(n => n.Outputs.Select(o => (o, n))).Where(p => p.o.Length > 0).ToDictionary();

    /// <summary>Where a node of the model stands in <see cref="Nodes"/> now.</summary>
    public int Position(EditableNode node) => nodes.IndexOf(node);

    /// <summary>Names of the model's results.</summary>
    public IReadOnlyList<string> Outputs => [.. model.Graph.Output.Select(o => o.Name)];

    /// <summary>Version of the default operator set.</summary>
    public int Opset => (int)(model.OpsetImport.FirstOrDefault(o => Opsets.Normal(o.Domain).Length == 0)?.Version ?? 1);

    /// <summary>Whether the model calls functions of its own.</summary>
    public bool HasFunctions => model.Functions.Count > 0;

    /// <summary>Reads a file; <see cref="ModelReader"/> has found it to be a model.</summary>
    public static EditableModel Read(string path)
    {
        byte[] bytes = FileBytes.Read(path);
        var model = ModelProto.Parser.ParseFrom(bytes);
        var result = new EditableModel(model, Path.GetFileName(path), new TensorReader(Path.GetDirectoryName(Path.GetFullPath(path))!));
        result.Embed();
        return result;
    }

    /// <summary>A copy to be changed on its own.</summary>
    public EditableModel Copy() => new(Updated().Clone(), File, tensors);

    /// <summary>The file's bytes. Constants and nodes that nobody reads are left out.</summary>
    public byte[] ToBytes()
    {
        var result = Updated().Clone();
        Prune(result.Graph);
        // Since IR version 4 initializers need not be inputs; as inputs they would be defaults that a caller may replace.
        var constants = result.Graph.Initializer.Select(t => t.Name).ToHashSet();
        Keep(result.Graph.Input, i => !constants.Contains(i.Name) && !initializers.ContainsKey(i.Name));
        result.IrVersion = Math.Max(result.IrVersion, Opset >= 19 ? 9 : Opset >= 15 ? 8 : 7);
        return result.ToByteArray();
    }

    /// <summary>Changes the version of the default operator set; what the nodes mean is the caller's business.</summary>
    internal void SetOpset(int version)
    {
        if (model.OpsetImport.FirstOrDefault(o => Opsets.Normal(o.Domain).Length == 0) is { } import) import.Version = version;
        else model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = version });
    }

    /// <summary>Whether bodies of control flow read a tensor from outside.</summary>
    public bool IsCaptured(string name) => nodes.Any(n => Captured(n.Proto).Contains(name));

    /// <summary>Data of an initializer or of a Constant node; null for anything else.</summary>
    public Tensor? Constant(string name)
    {
        var proto = initializers.GetValueOrDefault(name) ?? nodes.FirstOrDefault(n => n.OpType == "Constant" && n.Outputs[0] == name)?.Proto.Attribute.FirstOrDefault(a => a.Name == "value")?.T;
        try
        {
            return proto is null ? null : tensors.Read(proto);
        }
        catch (ImportException e)
        {
            throw new CompilationException(e.Code, e.Message, new(File), e.Hint);
        }
    }

    /// <summary>Makes a tensor the only result of the model.</summary>
    public void SetOutput(string name, ElementType element)
    {
        model.Graph.Output.Clear();
        AddOutput(name, element);
    }

    /// <summary>Makes a tensor a further result of the model.</summary>
    public void AddOutput(string name, ElementType element) =>
        model.Graph.Output.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)element } } });

    /// <summary>A name that nothing has.</summary>
    public string Unique(string hint)
    {
        string name = hint;
        for (int i = 1; !names.Add(name); i++) name = $"{hint}_{i.ToString(CultureInfo.InvariantCulture)}";
        return name;
    }

    /// <summary>Adds a constant; returns its name.</summary>
    public string AddConstant(string hint, Tensor data)
    {
        string name = Unique(hint);
        var proto = new TensorProto { Name = name, DataType = (int)data.Element, RawData = ByteString.CopyFrom(data.Bytes) };
        proto.Dims.AddRange(data.Shape.ToArray().Select(d => (long)d));
        initializers.Add(name, proto);
        model.Graph.Initializer.Add(proto);
        return name;
    }

    /// <summary>A node of the default domain, to be put into the list.</summary>
    public EditableNode Create(string type, IEnumerable<string> inputs, IEnumerable<string> outputs, params IReadOnlyList<(string Name, long Value)> attributes)
    {
        var proto = new NodeProto { OpType = type };
        proto.Input.AddRange(inputs);
        proto.Output.AddRange(outputs);
        names.UnionWith(proto.Output);
        foreach (var (name, value) in attributes) proto.Attribute.Add(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value });
        proto.Name = proto.Output[0];
        return new(proto);
    }

    /// <summary>A node with the attributes of another, other operands and one result.</summary>
    public EditableNode CreateLike(EditableNode node, IEnumerable<string> inputs, string output)
    {
        var proto = node.Proto.Clone();
        proto.Input.Clear();
        proto.Input.AddRange(inputs);
        proto.Output.Clear();
        proto.Output.Add(output);
        proto.Name = output;
        return new(proto);
    }

    /// <summary>Adds an input of the model, a vector; returns its name.</summary>
    public string AddInput(string hint, ElementType element, int length)
    {
        string name = Unique(hint);
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = length });
        model.Graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)element, Shape = shape } } });
        return name;
    }

    /// <summary>Appends a copy of every node, so that the model computes everything twice; inputs and initializers are shared. Returns the names of the copied results by those of the originals.</summary>
    public IReadOnlyDictionary<string, string> Duplicate(string prefix)
    {
        var copies = new Dictionary<string, string>();
        foreach (var node in nodes.ToArray())
        {
            var proto = node.Proto.Clone();
            proto.Name = prefix + node.Name;
            Rename(proto, copies);
            for (int i = 0; i < proto.Output.Count; i++)
                if (proto.Output[i].Length > 0) proto.Output[i] = copies[node.Outputs[i]] = Unique(prefix + node.Outputs[i]);
            nodes.Add(new(proto));
        }
        return copies;
    }

    /// <summary>Puts a node before the one at a position, which may be the number of nodes.</summary>
    public void Insert(int position, EditableNode node) => nodes.Insert(position, node);

    /// <summary>Takes nodes out.</summary>
    public void Remove(Func<EditableNode, bool> which) => nodes.RemoveAll(n => which(n));

    /// <summary>The model with its list of nodes as it is now.</summary>
    private ModelProto Updated()
    {
        model.Graph.Node.Clear();
        model.Graph.Node.AddRange(nodes.Select(n => n.Proto));
        return model;
    }

    /// <summary>Takes data in that lie in files beside the model.</summary>
    private void Embed()
    {
        foreach (var tensor in model.Graph.Initializer.Concat(nodes.SelectMany(n => n.Proto.Attribute).Where(a => a.T is not null).Select(a => a.T)))
        {
            if (tensor.DataLocation != TensorProto.Types.DataLocation.External) continue;
            try
            {
                tensor.RawData = ByteString.CopyFrom(tensors.Read(tensor).Bytes);
            }
            catch (ImportException e)
            {
                throw new CompilationException(e.Code, e.Message, new(File), e.Hint);
            }
            tensor.DataLocation = TensorProto.Types.DataLocation.Default;
            tensor.ExternalData.Clear();
        }
    }

    private static void Prune(GraphProto graph)
    {
        var read = graph.Output.Select(o => o.Name).ToHashSet();
        var kept = new List<NodeProto>();
        foreach (var node in graph.Node.Reverse())
        {
            if (!node.Output.Any(read.Contains)) continue;
            kept.Add(node);
            read.UnionWith(node.Input.Concat(Captured(node)));
        }
        kept.Reverse();
        graph.Node.Clear();
        graph.Node.AddRange(kept);
        Keep(graph.Initializer, t => read.Contains(t.Name));
        // What intermediate tensors are may have changed; readers infer it.
        graph.ValueInfo.Clear();
    }

    private static void Keep<T>(Google.Protobuf.Collections.RepeatedField<T> list, Func<T, bool> which)
    {
        T[] kept = [.. list.Where(which)];
        list.Clear();
        list.AddRange(kept);
    }

    /// <summary>Renames what a node and its bodies read.</summary>
    private static void Rename(NodeProto node, Dictionary<string, string> names)
    {
        for (int i = 0; i < node.Input.Count; i++) node.Input[i] = names.GetValueOrDefault(node.Input[i], node.Input[i]);
        foreach (var body in node.Attribute.SelectMany(a => a.G is null ? a.Graphs : a.Graphs.Prepend(a.G)))
        {
            foreach (var output in body.Output) output.Name = names.GetValueOrDefault(output.Name, output.Name);
            foreach (var inner in body.Node) Rename(inner, names);
        }
    }

    /// <summary>Every name that bodies of a node mention: what they read from outside is among them.</summary>
    private static IEnumerable<string> Captured(NodeProto node) => node.Attribute.SelectMany(a => a.G is null ? a.Graphs : a.Graphs.Prepend(a.G))
        .SelectMany(g => g.Output.Select(o => o.Name).Concat(g.Node.SelectMany(n => n.Input.Concat(Captured(n)))));
}
