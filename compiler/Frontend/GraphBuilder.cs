using System.Collections.Immutable;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>
/// Builds an IR graph in stage Imported from a graph of the file: constants, inputs, then node by node through the importers. All problems are
/// collected before anything is given up. The body of a control-flow operator gets the outer values it reads as further inputs, in order of first use.
/// </summary>
internal sealed class GraphBuilder(string file, string graphName, TensorReader tensors, FunctionInliner functions, DiagnosticBag diagnostics, GraphBuilder? outer = null)
{
    private readonly Dictionary<string, Value> values = [];
    private readonly List<Value> inputs = [];
    private readonly List<Node> nodes = [];
    private readonly ImmutableDictionary<Value, Tensor>.Builder constants = ImmutableDictionary.CreateBuilder<Value, Tensor>();
    private readonly HashSet<string> taken = [];
    private readonly HashSet<string> reserved = [];

    /// <summary>The graph. After errors the model's graph lacks what they are about, so that the rest can be checked as well; of a body there is none then.</summary>
    public Graph? Build(GraphProto proto, IReadOnlyList<SourceNode> source, InputShapes? shapes)
    {
        // A body is not to blame for errors around it.
        int before = outer is null ? 0 : Errors;
        reserved.UnionWith(source.SelectMany(n => n.Proto.Output));
        AddConstants(proto);
        AddInputs(proto, shapes);
        foreach (var node in NodeOrder.Sort(source, file, diagnostics)) AddNode(node);
        var outputs = Outputs(proto);
        if (Errors > before && outer is not null) return null;
        var graph = new Graph(graphName, Stage.Imported, inputs, outputs, nodes, constants.ToImmutable());
        if (Errors == before) Verifier.Verify(graph, "import");
        return graph;
    }

    private int Errors => diagnostics.Items.Count(i => i.Severity == Severity.Error);

    private void AddConstants(GraphProto proto)
    {
        foreach (var tensor in proto.Initializer) Guard(null, $"initializer '{tensor.Name}': ", () => AddConstant(tensor.Name, tensors.Read(tensor)));
        foreach (var tensor in proto.SparseInitializer) Guard(null, $"initializer '{tensor.Values?.Name}': ", () => AddConstant(tensor.Values?.Name ?? "", tensors.Read(tensor)));
        // A tensor that could not be read is defined all the same: its readers are not to blame.
        foreach (var tensor in proto.Initializer.Where(t => !values.ContainsKey(t.Name))) values.Add(tensor.Name, new Value(tensor.Name, null));
    }

    private void AddConstant(string name, Tensor data)
    {
        var value = new Value(name, data.Type);
        if (Define(name, value, null)) constants.Add(value, data);
    }

    private void AddInputs(GraphProto proto, InputShapes? shapes)
    {
        // Until IR version 3 initializers had to be listed among the inputs as defaults; a compiled model has them fixed.
        var listed = proto.Input.Where(i => !values.ContainsKey(i.Name)).ToArray();
        foreach (var (position, data) in shapes?.Options.FixedInputs ?? new Dictionary<int, Tensor>()) AddConstant(listed[position].Name, data);
        FixInputs(listed, shapes?.Options.FixedValues ?? new Dictionary<string, double[]>());
        var forms = listed.Select((input, position) => (input, position)).Where(l => !values.ContainsKey(l.input.Name)).Select(l =>
        {
            // What the inputs of a body are, the operands say.
            if (shapes is null) return new InputForm(DataForm.Tensor, l.input.Name, ElementType.Float32, null, []);
            var form = new InputForm(DataForm.Tensor, l.input.Name, ElementType.Float32, Shape.Scalar, []);
            Guard(null, $"input '{l.input.Name}' ", () => form = InputForm.Of(l.input.Name, l.input.Type, shapes.Options.Data.GetValueOrDefault(l.position), shapes.Options));
            return form;
        }).ToArray();
        InputForm[] open = [.. forms.SelectMany(f => f.Leaves)];
        var resolved = shapes?.Resolve([.. open.Select(f => (f.Name, f.Shape))]);
        var tensors = new Queue<Value>();
        for (int i = 0; i < open.Length; i++)
        {
            var shape = resolved is null ? open[i].Shape : resolved[i];
            var value = new Value(open[i].Name, shape is null ? null : new TensorType(open[i].Element, shape));
            if (Define(open[i].Name, value, null)) inputs.Add(value);
            tensors.Enqueue(value);
        }
        foreach (var form in forms)
        {
            var value = form.Assemble(tensors, nodes, hint => Unique(hint, []));
            if (form.Form != DataForm.Tensor) values[form.Name] = value;
        }
    }

    private void FixInputs(ValueInfoProto[] listed, IReadOnlyDictionary<string, double[]> fixedValues)
    {
        foreach (var (name, numbers) in fixedValues)
        {
            if (listed.FirstOrDefault(i => i.Name == name) is not { } input)
                diagnostics.Error(DiagnosticCodes.BadOption, $"--fix-input {name}: no input has this name", new Location(file), $"the inputs are {string.Join(", ", listed.Select(i => i.Name).Order(StringComparer.Ordinal))}");
            else
                Guard(null, $"--fix-input {name}: ", () => AddConstant(name, Fixed(ProtoTypes.Tensor(input.Type), numbers)));
        }
    }

    private static Tensor Fixed((ElementType Element, Shape? Shape) type, double[] numbers)
    {
        // One open dimension takes what the numbers leave for it.
        var shape = type.Shape ?? (numbers.Length == 1 ? Shape.Scalar : Shape.Of(numbers.Length));
        long known = shape.Where(d => d.IsFixed).Aggregate(1L, (a, d) => a * d.Value);
        if (shape.Count(d => !d.IsFixed) == 1 && known > 0) shape = new Shape([.. shape.Select(d => d.IsFixed ? d : numbers.Length / known)]);
        if (!shape.IsStatic || shape.Count != numbers.Length) throw new ImportException(DiagnosticCodes.BadOption, $"{numbers.Length} numbers are given for {shape}");
        return Tensors.Make(type.Element, shape, i => numbers[i]);
    }

    private void AddNode(SourceNode source)
    {
        var proto = source.Proto;
        var shell = new OnnxNode(source.Index, source.Name, Opsets.Normal(proto.Domain), proto.OpType, [.. proto.Input], [.. proto.Output], []);
        var location = new Location(file, new ImportContext(shell, 0, [], _ => null, n => n).Origin.ToString());
        Guard(location, "", () =>
        {
            var operands = proto.Input.Select(name => name.Length == 0 ? null : Find(name, location)).ToArray();
            if (!source.Opsets.TryGetValue(shell.Domain, out int opset) && Importers.Find(shell.Domain, shell.OpType) is not null)
                throw new ImportException(DiagnosticCodes.UnsupportedVersion, $"the model imports no operator set for domain '{shell.Domain}'");
            if (Importers.Find(shell.Domain, shell.OpType) is null)
                throw new ImportException(DiagnosticCodes.UnsupportedOperator, $"operator {(shell.Domain.Length == 0 ? "" : shell.Domain + ".")}{shell.OpType} is not supported", "compile-model list-operators names what is");
            var attributes = new AttributeReader(tensors, body => Body(body, source)).ReadAll(proto.Attribute);
            var context = new ImportContext(shell with { Attributes = attributes }, opset, operands, constants.GetValueOrDefault, hint => Unique(hint, proto.Output), Lookup);
            Importers.Import(context);
            Take(context, location);
        });
        // Whatever went wrong: the results are defined, so that their readers are not reported as well.
        foreach (string output in proto.Output.Where(o => o.Length > 0 && !values.ContainsKey(o))) values.Add(output, new Value(output, null));
    }

    private void Take(ImportContext context, Location location)
    {
        foreach (var (value, data) in context.Constants) constants.Add(value, data);
        nodes.AddRange(context.Nodes);
        for (int i = 0; i < context.Node.Outputs.Count; i++)
        {
            string name = context.Node.Outputs[i];
            if (name.Length > 0 && context.Results![i] is { } value && !values.TryAdd(name, value)) Duplicate(name, location);
        }
    }

    private Graph Body(GraphProto body, SourceNode source)
    {
        var graph = new GraphBuilder(file, body.Name, tensors, functions, diagnostics, this).Build(body, functions.Inline(source, body.Node), null);
        return graph ?? throw new ImportException(DiagnosticCodes.BadAttribute, $"the subgraph '{body.Name}' has errors");
    }

    private IReadOnlyList<GraphOutput> Outputs(GraphProto proto)
    {
        var outputs = new List<GraphOutput>();
        foreach (string name in proto.Output.Select(o => o.Name))
        {
            if (outputs.Any(o => o.Name == name)) diagnostics.Error(DiagnosticCodes.DuplicateValue, $"two outputs are called '{name}'", new Location(file));
            else if (Find(name, new Location(file), $"output '{name}' is not produced by any node") is { } value) outputs.Add(new GraphOutput(name, value));
        }
        return outputs;
    }

    private Value? Find(string name, Location location, string? message = null)
    {
        if (Lookup(name) is { } value) return value;
        diagnostics.Error(DiagnosticCodes.UndefinedValue, message ?? $"reads '{name}', which nothing produces", location);
        return null;
    }

    private Value? Lookup(string name)
    {
        if (values.TryGetValue(name, out var value)) return value;
        if (outer?.Lookup(name) is not { } captured) return null;
        var input = new Value(name, captured.MaybeType);
        values.Add(name, input);
        inputs.Add(input);
        taken.Add(name);
        return input;
    }

    private bool Define(string name, Value value, Location? location)
    {
        if (name.Length > 0 && values.TryAdd(name, value)) return taken.Add(name);
        Duplicate(name, location ?? new Location(file));
        return false;
    }

    private void Duplicate(string name, Location location) =>
        diagnostics.Error(DiagnosticCodes.DuplicateValue, name.Length == 0 ? "an input or initializer has no name" : $"'{name}' has two producers", location);

    /// <summary>The name itself for the node's own results, otherwise one that no node of the file uses.</summary>
    private string Unique(string hint, ICollection<string> own)
    {
        if (own.Contains(hint) && taken.Add(hint)) return hint;
        string name = hint;
        for (int i = 1; reserved.Contains(name) || !taken.Add(name); i++) name = $"{hint}_{i}";
        return name;
    }

    private void Guard(Location? location, string prefix, Action body)
    {
        try
        {
            body();
        }
        catch (ImportException e)
        {
            diagnostics.Error(e.Code, prefix + e.Message, location ?? new Location(file), e.Hint);
        }
    }
}
