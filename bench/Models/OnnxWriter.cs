using System.Globalization;
using System.Runtime.InteropServices;
using CompileModel.Frontend.Proto;
using CompileModel.IR;
using Google.Protobuf;

namespace CompileModel.Bench.Models;

/// <summary>Writes a <see cref="Network"/> as an ONNX file: operator set 13, NCHW, batch 1, input and output named so.</summary>
public sealed class OnnxWriter
{
    private readonly Network network;
    private readonly GraphProto graph;

    private OnnxWriter(Network network)
    {
        this.network = network;
        graph = new GraphProto { Name = network.Name };
    }

    /// <summary>Writes the file, unless it is there, and returns its path. The name tells the content: both are functions of the network's name and the generator's version.</summary>
    public static string WriteOnce(Network network, string folder)
    {
        string path = Path.Combine(folder, network.Name + ".onnx");
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(folder);
        string temporary = $"{path}.{Environment.ProcessId}";
        using (var file = File.Create(temporary)) Create(network).WriteTo(file);
        File.Move(temporary, path, overwrite: true);
        return path;
    }

    /// <summary>The file's content.</summary>
    internal static ModelProto Create(Network network) => new OnnxWriter(network).Write();

    private ModelProto Write()
    {
        graph.Input.Add(Info("input", network.Input));
        for (int i = 0; i < network.Layers.Count; i++) Write(i, network.Layers[i]);
        graph.Output.Add(Info("output", network.Layers[^1].Output));
        var model = new ModelProto { IrVersion = 8, ProducerName = "compile-model bench", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 13 });
        return model;
    }

    private void Write(int index, Layer layer)
    {
        string result = Value(index + 1);
        switch (layer)
        {
            case ConvLayer c:
                Activate(c.Activation, result, raw => Node("Conv", raw, [Value(c.Input), .. Weights(index, [c.Output.Channels, c.From.Channels / c.Groups, c.Kernel, c.Kernel])],
                    Square("kernel_shape", c.Kernel), Square("strides", c.Stride), Sides("pads", c.Padding), Number("group", c.Groups)));
                break;
            case DenseLayer d:
                Node("Gemm", result, [Value(d.Input), .. Weights(index, [d.Output.Channels, d.FanIn])], Number("transB", 1));
                break;
            case MaxPoolLayer p:
                Node("MaxPool", result, [Value(p.Input)], Square("kernel_shape", p.Kernel), Square("strides", p.Stride), Sides("pads", p.Padding), Number("ceil_mode", p.Ceil ? 1 : 0));
                break;
            case AddLayer a: Activate(a.Activation, result, raw => Node("Add", raw, [Value(a.Left), Value(a.Right)])); break;
            case ConcatLayer c: Node("Concat", result, [Value(c.Left), Value(c.Right)], Number("axis", 1)); break;
            case GlobalAverageLayer g:
                Node("GlobalAveragePool", result + "_mean", [Value(g.Input)]);
                Node("Flatten", result, [result + "_mean"], Number("axis", 1));
                break;
            case SoftmaxLayer s: Node("Softmax", result, [Value(s.Input)], Number("axis", 1)); break;
            default: throw new ArgumentException($"no ONNX operator for {layer.GetType().Name}");
        }
    }

    private string Value(int value) => value == 0 ? "input" : value == network.Layers.Count ? "output" : string.Create(CultureInfo.InvariantCulture, $"v{value}");

    private void Activate(Activation activation, string result, Action<string> write)
    {
        write(activation == Activation.None ? result : result + "_raw");
        if (activation == Activation.Relu) Node("Relu", result, [result + "_raw"]);
        if (activation == Activation.Relu6) Node("Clip", result, [result + "_raw", Scalar("zero", 0), Scalar("six", 6)]);
    }

    private string Scalar(string name, float value)
    {
        if (graph.Initializer.All(i => i.Name != name)) Initializer(name, [], [value]);
        return name;
    }

    private string[] Weights(int index, long[] shape)
    {
        var (weights, bias) = LayerWeights.Of(network, index)!;
        string name = Value(index + 1);
        return [Initializer(name + "_weights", shape, weights), Initializer(name + "_bias", [shape[0]], bias)];
    }

    private string Initializer(string name, long[] shape, float[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)ElementType.Float32, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())) };
        tensor.Dims.AddRange(shape);
        graph.Initializer.Add(tensor);
        return name;
    }

    private void Node(string op, string result, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = op, Name = $"{op}_{result}" };
        node.Input.AddRange(inputs);
        node.Output.Add(result);
        node.Attribute.AddRange(attributes);
        graph.Node.Add(node);
    }

    private static AttributeProto Number(string name, int value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    private static AttributeProto Square(string name, int value) => Ints(name, value, 2);

    private static AttributeProto Sides(string name, int value) => Ints(name, value, 4);

    private static AttributeProto Ints(string name, int value, int count)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.AddRange(Enumerable.Repeat((long)value, count));
        return attribute;
    }

    private static ValueInfoProto Info(string name, Image image)
    {
        int[] dims = image.Height == 1 && image.Width == 1 ? [1, image.Channels] : [1, image.Channels, image.Height, image.Width];
        var shape = new TensorShapeProto();
        foreach (int dim in dims) shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = dim });
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)ElementType.Float32, Shape = shape } } };
    }
}
