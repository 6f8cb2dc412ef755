using CompileModel.Frontend.Proto;

namespace CompileModel.Frontend.Editing;

/// <summary>A node of an <see cref="EditableModel"/>.</summary>
public sealed class EditableNode
{
    internal EditableNode(NodeProto proto) => Proto = proto;

    internal NodeProto Proto { get; }

    /// <summary>Its name; that of its first result when it has none.</summary>
    public string Name => Proto.Name.Length > 0 ? Proto.Name : Proto.Output.FirstOrDefault(o => o.Length > 0, "");

    /// <summary>Operator type; with the domain in front when that is not the default one.</summary>
    public string OpType => Opsets.Normal(Proto.Domain).Length == 0 ? Proto.OpType : $"{Proto.Domain}.{Proto.OpType}";

    /// <summary>Names of the operands; empty where one is left out.</summary>
    public IReadOnlyList<string> Inputs => Proto.Input;

    /// <summary>Names of the results; empty where one is not wanted.</summary>
    public IReadOnlyList<string> Outputs => Proto.Output;

    /// <summary>Whether it has a body.</summary>
    public bool HasBody => Proto.Attribute.Any(a => a.G is not null || a.Graphs.Count > 0);

    /// <summary>An operand's name, or an empty one.</summary>
    public string Input(int operand) => operand < Proto.Input.Count ? Proto.Input[operand] : "";

    /// <summary>Makes an operand another tensor; the list grows as needed.</summary>
    public void SetInput(int operand, string name)
    {
        while (Proto.Input.Count <= operand) Proto.Input.Add("");
        Proto.Input[operand] = name;
    }

    /// <summary>Renames a result.</summary>
    public void SetOutput(int result, string name) => Proto.Output[result] = name;

    /// <summary>Leaves out all operands from one on.</summary>
    internal void Truncate(int inputs)
    {
        while (Proto.Input.Count > inputs) Proto.Input.RemoveAt(Proto.Input.Count - 1);
    }

    /// <summary>A number, or its default.</summary>
    public long Int(string name, long @default) => Find(name)?.I ?? @default;

    /// <summary>A float, or its default.</summary>
    public float Float(string name, float @default) => Find(name)?.F ?? @default;

    /// <summary>A string, or its default.</summary>
    public string String(string name, string @default) => Find(name)?.S.ToStringUtf8() ?? @default;

    /// <summary>A list of numbers, or null when it is not given.</summary>
    public long[]? Ints(string name) => Find(name)?.Ints.ToArray();

    /// <summary>A list of floats, or null when it is not given.</summary>
    public float[]? Floats(string name) => Find(name)?.Floats.ToArray();

    /// <summary>Whether an attribute is given.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>Takes an attribute out; its default counts.</summary>
    public void RemoveAttribute(params ReadOnlySpan<string> attributes)
    {
        foreach (string name in attributes)
            if (Find(name) is { } attribute) Proto.Attribute.Remove(attribute);
    }

    /// <summary>Sets a number.</summary>
    public void SetInt(string name, long value)
    {
        RemoveAttribute(name);
        Proto.Attribute.Add(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value });
    }

    /// <summary>Sets a string.</summary>
    public void SetString(string name, string value)
    {
        RemoveAttribute(name);
        Proto.Attribute.Add(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.String, S = Google.Protobuf.ByteString.CopyFromUtf8(value) });
    }

    /// <summary>Makes it another operator of the default domain.</summary>
    internal void SetType(string type) => Proto.OpType = type;

    private AttributeProto? Find(string name) => Proto.Attribute.LastOrDefault(a => a.Name == name);
}
