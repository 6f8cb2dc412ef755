using CompileModel.Frontend.Editing;

namespace CompileModel.Quantization;

/// <summary>
/// What of a prepared model becomes integers: the operands of products, and what must be integers for them to stay such on their way there: operands of operators that move data or
/// take averages, and one operand of a sum of two products. Results that only elementwise operators read stay float32: these are part of the kernels that produce them.
/// </summary>
public sealed class QuantizationScope
{
    private static readonly HashSet<string> Moving = ["MaxPool", "Reshape", "Flatten", "Transpose", "Squeeze", "Unsqueeze", "Identity", "Slice", "Split", "DepthToSpace", "SpaceToDepth", "Resize"];

    private readonly EditableModel model;
    private readonly Dictionary<string, EditableNode> producers;
    private readonly Dictionary<string, string> parents = [];

    private QuantizationScope(EditableModel model, IReadOnlySet<string> floats)
    {
        this.model = model;
        producers = model.Nodes.SelectMany(n => n.Outputs.Select(o => (o, n))).Where(p => p.o.Length > 0).ToDictionary();
        Products = [.. model.Nodes.Where(n => !floats.Contains(n.Name)).Select(n => Product.Of(model, n)).OfType<Product>()];
    }

    /// <summary>The products to be computed with integers.</summary>
    internal IReadOnlyList<Product> Products { get; }

    /// <summary>Number of products that become integers.</summary>
    public int ProductCount => Products.Count;

    /// <summary>Names of the tensors that become integers, in ordinal order.</summary>
    public IReadOnlyList<string> Tensors => [.. parents.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Names of the products' nodes, in the order of the model.</summary>
    public IReadOnlyList<string> ProductNames => [.. Products.Select(p => p.Node.Name)];

    /// <summary>Looks at a prepared model.</summary>
    public static QuantizationScope Of(EditableModel model) => Of(model, new HashSet<string>(), _ => true);

    /// <summary>Looks at a prepared model of which some products stay float32; what becomes integers is part of what does without them.</summary>
    /// <param name="model">The prepared model.</param>
    /// <param name="floats">Names of nodes.</param>
    public static QuantizationScope Of(EditableModel model, IReadOnlySet<string> floats) => floats.Count == 0 ? Of(model) : Of(model, floats, Of(model).parents.ContainsKey);

    private static QuantizationScope Of(EditableModel model, IReadOnlySet<string> floats, Func<string, bool> may)
    {
        var result = new QuantizationScope(model, floats);
        foreach (var product in result.Products) result.Add(product.Node.Input(0));
        var sources = result.Products.Select(p => p.Node.Outputs[0]).ToHashSet();
        foreach (var sum in model.Nodes.Where(n => n.OpType == "Add"))
            if (result.parents.ContainsKey(sum.Outputs[0]) && sum.Inputs.All(i => sources.Contains(i) && !result.parents.ContainsKey(i)) && sum.Inputs.FirstOrDefault(may) is { } operand) result.Add(operand);
        return result;
    }

    /// <summary>The tensor that stands for all that share one grid with this one.</summary>
    public string Group(string tensor)
    {
        while (parents[tensor] != tensor) tensor = parents[tensor];
        return tensor;
    }

    private void Add(string tensor)
    {
        if (tensor.Length == 0 || model.Constant(tensor) is not null || !parents.TryAdd(tensor, tensor)) return;
        if (!producers.TryGetValue(tensor, out var node)) return;
        if (node.OpType == "Concat")
            foreach (string part in node.Inputs) Share(part, tensor);
        else if (Moving.Contains(node.OpType)) Share(node.Input(0), tensor);
        else if (node.OpType is "AveragePool" or "GlobalAveragePool") Add(node.Input(0));
    }

    private void Share(string tensor, string other)
    {
        Add(tensor);
        if (!parents.ContainsKey(tensor)) return;
        var (a, b) = (Group(tensor), Group(other));
        // The ordinally first stands for the group, whatever the order of the nodes.
        if (string.CompareOrdinal(a, b) < 0) parents[b] = a;
        else parents[a] = b;
    }
}
