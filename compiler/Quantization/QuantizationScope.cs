using CompileModel.Frontend.Editing;

namespace CompileModel.Quantization;

/// <summary>
/// What of a prepared model becomes integers: the operands of products, and what must be integers for them to stay such on their way there: operands of operators that move data or
/// take averages, and all but the last operand of sums and products that meet there: these are part of the kernel of the last one. Other results that only elementwise operators read stay float32.
/// </summary>
public sealed class QuantizationScope
{
    private static readonly HashSet<string> Moving = ["MaxPool", "Reshape", "Flatten", "Transpose", "Squeeze", "Unsqueeze", "Identity", "Slice", "Split", "DepthToSpace", "SpaceToDepth", "Resize"];

    /// <summary>Operators that are part of the kernels of products.</summary>
    private static readonly HashSet<string> Elementwise =
        ["Relu", "Clip", "LeakyRelu", "PRelu", "Elu", "Selu", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Softplus", "Mish", "Gelu", "Add", "Sub", "Mul", "Div", "Sum", "Neg", "Abs", "Sqrt", "Exp", "Identity"];

    private readonly EditableModel model;
    private readonly Dictionary<string, EditableNode> producers;
    private readonly HashSet<EditableNode> productNodes;
    private readonly Dictionary<string, string> parents = [];

    private QuantizationScope(EditableModel model, IReadOnlySet<string> floats)
    {
        this.model = model;
        producers = model.Producers();
        Products = [.. model.Nodes.Where(n => !floats.Contains(n.Name)).Select(n => Product.Of(model, n)).OfType<Product>()];
        productNodes = [.. Products.Select(p => p.Node)];
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
        result.AddMeetings(may);
        return result;
    }

    /// <summary>The tensor that stands for all that share one grid with this one.</summary>
    public string Group(string tensor)
    {
        while (parents[tensor] != tensor) tensor = parents[tensor];
        return tensor;
    }

    /// <summary>
    /// Where results of several products meet in an elementwise operator on their way to integers, all but one wait in memory: as integers. The last one in the order of the model goes on
    /// in registers.
    /// </summary>
    private void AddMeetings(Func<string, bool> may)
    {
        var readers = model.Nodes.SelectMany(n => n.Inputs.Select(i => (i, n))).ToLookup(p => p.i, p => p.n);
        var order = model.Nodes.Index().SelectMany(n => n.Item.Outputs.Select(o => (o, n.Index))).Where(p => p.o.Length > 0).ToDictionary();
        foreach (var meeting in model.Nodes.Where(n => n.OpType is "Add" or "Sub" or "Mul" or "Sum"))
        {
            string[] operands = [.. meeting.Inputs.Where(i => i.Length > 0 && model.Constant(i) is null).Distinct()];
            if (operands.Length < 2 || !operands.All(i => parents.ContainsKey(i) || IsProduct(i)) || !BecomesInteger(meeting, readers)) continue;
            foreach (string operand in operands.Where(i => !parents.ContainsKey(i)).OrderBy(i => order[i]).SkipLast(1).Where(may)) Add(operand);
        }
    }

    /// <summary>Whether a tensor is a product's result, or follows from one by elementwise operators of one operand.</summary>
    private bool IsProduct(string tensor)
    {
        while (producers.TryGetValue(tensor, out var node))
        {
            if (productNodes.Contains(node)) return true;
            string[] operands = [.. node.Inputs.Where(i => i.Length > 0 && model.Constant(i) is null)];
            if (!Elementwise.Contains(node.OpType) || operands.Length != 1) return false;
            tensor = operands[0];
        }
        return false;
    }

    /// <summary>Whether what a node gives is an integer, as it is or after elementwise operators.</summary>
    private bool BecomesInteger(EditableNode node, ILookup<string, EditableNode> readers)
    {
        var (seen, left) = (new HashSet<EditableNode> { node }, new Queue<EditableNode>([node]));
        while (left.TryDequeue(out var next))
        {
            if (parents.ContainsKey(next.Outputs[0])) return true;
            foreach (var reader in readers[next.Outputs[0]].Where(r => Elementwise.Contains(r.OpType) && seen.Add(r))) left.Enqueue(reader);
        }
        return false;
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
