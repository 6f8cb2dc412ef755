using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>
/// An input of the file as the tensors that a program takes for it: itself, or one tensor for each item of a sequence or optional, called NAME_0, NAME_1, ... (an optional's has the name itself).
/// </summary>
internal sealed record InputForm(DataForm Form, string Name, ElementType Element, Shape? Shape, IReadOnlyList<InputForm> Items)
{
    /// <summary>The form of an input, with the lengths that options or data say.</summary>
    /// <exception cref="ImportException">The type is not supported, or a length is not known.</exception>
    public static InputForm Of(string name, TypeProto? type, DataItem? data, ImportOptions options)
    {
        var form = ModelForms.Of(type);
        if (form == DataForm.Tensor)
        {
            // The standard's own data leave the type of the element of an empty sequence open, and so do some models.
            var (element, shape) = ProtoTypes.Tensor(type);
            return new(form, name, element, data?.Tensor?.Shape ?? shape, []);
        }
        var item = form == DataForm.Sequence ? type!.SequenceType.ElemType : type!.OptionalType.ElemType;
        long? length = data is not null ? data.Items.Count : options.Lengths.TryGetValue(name, out long given) ? given : null;
        if (length is null or < 0 || (form == DataForm.Optional && length > 1))
            throw new ImportException(DiagnosticCodes.OpenDimension, form == DataForm.Sequence ? "is a sequence whose length is not known" : "is an optional of which is not known whether it holds something", $"--length {name}=N");
        return new(form, name, default, null, [.. Enumerable.Range(0, (int)length).Select(i => Of(form == DataForm.Sequence ? $"{name}_{i}" : name, item, data?.Items[i], options))]);
    }

    /// <summary>The tensors, in order.</summary>
    public IEnumerable<InputForm> Leaves => Form == DataForm.Tensor ? [this] : Items.SelectMany(i => i.Leaves);

    /// <summary>Puts an input together from its tensors.</summary>
    /// <param name="tensors">One for each leaf.</param>
    /// <param name="nodes">Takes the nodes.</param>
    /// <param name="unique">Makes names of values.</param>
    public Value Assemble(Queue<Value> tensors, List<Node> nodes, Func<string, string> unique)
    {
        if (Form == DataForm.Tensor) return tensors.Dequeue();
        Value[] items = [.. Items.Select(i => i.Assemble(tensors, nodes, unique))];
        var value = new Value(unique($"{Name}/{Form}"), null);
        nodes.Add(new Node(Form == DataForm.Sequence ? new SequenceConstruct() : new Optional(), [.. items], [value], []));
        return value;
    }
}
