using CompileModel.Frontend;
using CompileModel.Frontend.Proto;
using CompileModel.IR;
using Google.Protobuf;

namespace CompileModel.Tests.Backend;

/// <summary>Backend cases of one opset side by side in one model; names get the number of the case as prefix.</summary>
internal sealed class BackendModel
{
    private readonly ModelProto model = new() { IrVersion = 10, Graph = new() { Name = "backend" } };
    private readonly TensorReader reader = new(".");

    /// <summary>Joins the cases.</summary>
    /// <param name="opset">Their operator set.</param>
    /// <param name="cases">The cases; their order gives the prefixes.</param>
    /// <param name="constantOperands">Whether all inputs but a case's first become initializers, as weights are in real models.</param>
    public BackendModel(long opset, IReadOnlyList<BackendCase> cases, bool constantOperands)
    {
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = opset });
        for (int i = 0; i < cases.Count; i++) Add(cases[i], $"c{i}_", constantOperands);
    }

    /// <summary>Inputs by name.</summary>
    public Dictionary<string, Tensor> Inputs { get; } = [];

    /// <summary>Reference outputs, by name, and the case each belongs to.</summary>
    public Dictionary<string, (BackendCase Case, Tensor Reference)> Outputs { get; } = [];

    /// <summary>Writes the file.</summary>
    public string Save(string path)
    {
        File.WriteAllBytes(path, model.ToByteArray());
        return path;
    }

    private void Add(BackendCase one, string prefix, bool constantOperands)
    {
        var graph = one.Model.Graph.Clone();
        string Renamed(string name) => name.Length == 0 ? name : prefix + name;
        foreach (var (node, i) in graph.Node.Select((n, i) => (n, i)))
        {
            for (int k = 0; k < node.Input.Count; k++) node.Input[k] = Renamed(node.Input[k]);
            for (int k = 0; k < node.Output.Count; k++) node.Output[k] = Renamed(node.Output[k]);
            node.Name = $"{prefix}n{i}";
            model.Graph.Node.Add(node);
        }
        foreach (var initializer in graph.Initializer)
        {
            initializer.Name = Renamed(initializer.Name);
            model.Graph.Initializer.Add(initializer);
        }
        foreach (var (input, i) in graph.Input.Select((v, i) => (v, i)))
        {
            input.Name = Renamed(input.Name);
            if (constantOperands && i > 0)
            {
                var constant = one.Inputs[i].Clone();
                constant.Name = input.Name;
                model.Graph.Initializer.Add(constant);
                continue;
            }
            var value = reader.Read(one.Inputs[i]);
            SetShape(input, value.Shape);
            model.Graph.Input.Add(input);
            Inputs[input.Name] = value;
        }
        foreach (var (output, i) in graph.Output.Select((v, i) => (v, i)))
        {
            output.Name = Renamed(output.Name);
            model.Graph.Output.Add(output);
            Outputs[output.Name] = (one, reader.Read(one.Outputs[i]));
        }
    }

    private static void SetShape(ValueInfoProto input, Shape shape)
    {
        input.Type.TensorType.Shape = new TensorShapeProto();
        foreach (int dim in shape.ToArray()) input.Type.TensorType.Shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = dim });
    }
}
