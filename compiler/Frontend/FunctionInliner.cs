using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;

namespace CompileModel.Frontend;

/// <summary>
/// Replaces calls of model-local functions by their bodies: formal names become those of the call, inner names get a prefix that is unique in the
/// model, attribute references take the call's attribute or the function's default.
/// </summary>
internal sealed class FunctionInliner
{
    private const int MaxNodes = 1_000_000, MaxDepth = 64;

    private readonly Dictionary<(string Domain, string Name, string Overload), FunctionProto> functions = [];
    private readonly IReadOnlyDictionary<string, int> opsets;
    private readonly string file;
    private readonly DiagnosticBag diagnostics;
    private int calls, total;

    public FunctionInliner(ModelProto model, IReadOnlyDictionary<string, int> opsets, string file, DiagnosticBag diagnostics)
    {
        (this.opsets, this.file, this.diagnostics) = (opsets, file, diagnostics);
        foreach (var function in model.Functions)
            if (!functions.TryAdd((Opsets.Normal(function.Domain), function.Name, function.Overload), function))
                diagnostics.Error(DiagnosticCodes.DuplicateValue, $"two functions are called {function.Domain}.{function.Name}", new Location(file));
    }

    /// <summary>The nodes with all calls replaced.</summary>
    /// <exception cref="CompilationException">Functions call each other in a circle.</exception>
    public IReadOnlyList<SourceNode> Inline(IEnumerable<NodeProto> nodes)
    {
        var result = new List<SourceNode>();
        int index = 0;
        foreach (var node in nodes) Expand(new SourceNode(index++, node.Name, node, opsets, []), result);
        return result;
    }

    /// <summary>The nodes of a body with all calls replaced.</summary>
    /// <param name="owner">The node that has the body.</param>
    /// <param name="nodes">Its nodes.</param>
    /// <exception cref="CompilationException">Functions call each other in a circle.</exception>
    public IReadOnlyList<SourceNode> Inline(SourceNode owner, IEnumerable<NodeProto> nodes)
    {
        var result = new List<SourceNode>();
        string prefix = owner.Name.Length > 0 ? owner.Name : owner.Proto.OpType;
        foreach (var node in nodes) Expand(owner with { Name = $"{prefix}/{(node.Name.Length > 0 ? node.Name : node.OpType)}", Proto = node }, result);
        return result;
    }

    private void Expand(SourceNode node, List<SourceNode> result)
    {
        if (!functions.TryGetValue((Opsets.Normal(node.Proto.Domain), node.Proto.OpType, node.Proto.Overload), out var function))
        {
            if (++total > MaxNodes) throw new CompilationException(DiagnosticCodes.UnsupportedTensor, $"functions expand to more than {MaxNodes} nodes", new Location(file));
            result.Add(node);
            return;
        }
        string call = $"node {node.Index} '{node.Name}' {node.Proto.OpType}";
        if (node.Calls.Contains(function) || node.Calls.Count >= MaxDepth)
            throw new CompilationException(DiagnosticCodes.CyclicGraph, $"function {function.Domain}.{function.Name} calls itself", new Location(file, call));
        if (node.Proto.Input.Count > function.Input.Count || node.Proto.Output.Count > function.Output.Count)
        {
            diagnostics.Error(DiagnosticCodes.BadArity, $"function {function.Domain}.{function.Name} has {function.Input.Count} inputs and {function.Output.Count} outputs", new Location(file, call));
            return;
        }

        string prefix = $"{(node.Name.Length > 0 ? node.Name : node.Proto.OpType)}#{calls++}/";
        var names = new Dictionary<string, string> { [""] = "" };
        for (int i = 0; i < function.Input.Count; i++) names[function.Input[i]] = i < node.Proto.Input.Count ? node.Proto.Input[i] : "";
        for (int i = 0; i < function.Output.Count; i++)
            if (i < node.Proto.Output.Count && node.Proto.Output[i].Length > 0) names[function.Output[i]] = node.Proto.Output[i];
        var versions = Opsets.Read(function.OpsetImport, file, diagnostics);
        foreach (var (domain, version) in node.Opsets) versions.TryAdd(domain, version);

        var attributes = function.AttributeProto.ToDictionary(a => a.Name);
        foreach (var attribute in node.Proto.Attribute) attributes[attribute.Name] = attribute;
        foreach (var inner in function.Node)
        {
            var copy = Rename(inner, names, prefix, attributes);
            Expand(new SourceNode(node.Index, $"{node.Name}/{(inner.Name.Length > 0 ? inner.Name : inner.OpType)}", copy, versions, [.. node.Calls, function]), result);
        }
    }

    private static NodeProto Rename(NodeProto node, Dictionary<string, string> names, string prefix, Dictionary<string, AttributeProto> attributes)
    {
        string Name(string old) => names.TryGetValue(old, out string? known) ? known : names[old] = prefix + old;
        var copy = new NodeProto { Name = node.Name, OpType = node.OpType, Domain = node.Domain, Overload = node.Overload };
        copy.Input.AddRange(node.Input.Select(Name));
        copy.Output.AddRange(node.Output.Select(Name));
        foreach (var attribute in node.Attribute)
        {
            var value = attribute;
            if (attribute.RefAttrName.Length > 0)
            {
                if (!attributes.TryGetValue(attribute.RefAttrName, out var given)) continue;
                value = given.Clone();
                value.Name = attribute.Name;
            }
            if (value.G is not null)
            {
                value = value.Clone();
                RenameBody(value.G, names, prefix, attributes);
            }
            copy.Attribute.Add(value);
        }
        return copy;
    }

    /// <summary>Renames what a subgraph reads from outside; its own names stay, they are a scope of their own.</summary>
    private static void RenameBody(GraphProto body, Dictionary<string, string> names, string prefix, Dictionary<string, AttributeProto> attributes)
    {
        var scope = new Dictionary<string, string>(names);
        foreach (string own in body.Input.Select(i => i.Name).Concat(body.Initializer.Select(t => t.Name)).Concat(body.Node.SelectMany(n => n.Output))) scope[own] = own;
        var nodes = body.Node.Select(n => Rename(n, scope, prefix, attributes)).ToArray();
        body.Node.Clear();
        body.Node.AddRange(nodes);
        foreach (var output in body.Output) output.Name = scope.GetValueOrDefault(output.Name, prefix + output.Name);
    }
}
