using System.Runtime.InteropServices;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Proto;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Reference;
using CompileModel.Tests.Support;
using Google.Protobuf;

namespace CompileModel.Tests.Frontend;

/// <summary>Encodings of initializers, functions, order and versions.</summary>
public sealed class ModelReaderTests
{
    [Fact]
    public void TypedFieldsAreDecoded()
    {
        Assert.Equal([1f, -2f], Decode(ElementType.Float32, t => t.FloatData.AddRange([1, -2])).Span<float>().ToArray());
        Assert.Equal([1d, -2d], Decode(ElementType.Float64, t => t.DoubleData.AddRange([1, -2])).Span<double>().ToArray());
        Assert.Equal([1L, -2L], Decode(ElementType.Int64, t => t.Int64Data.AddRange([1, -2])).Span<long>().ToArray());
        Assert.Equal([1UL, 2UL], Decode(ElementType.UInt64, t => t.Uint64Data.AddRange([1, 2])).Span<ulong>().ToArray());
        Assert.Equal([1U, 2U], Decode(ElementType.UInt32, t => t.Uint64Data.AddRange([1, 2])).Span<uint>().ToArray());
        Assert.Equal([1, -2], Decode(ElementType.Int32, t => t.Int32Data.AddRange([1, -2])).Span<int>().ToArray());
        Assert.Equal([1, -2], Decode(ElementType.Int16, t => t.Int32Data.AddRange([1, -2])).Span<short>().ToArray());
        Assert.Equal([1, -2], Decode(ElementType.Int8, t => t.Int32Data.AddRange([1, -2])).Span<sbyte>().ToArray());
        Assert.Equal([1, 200], Decode(ElementType.UInt8, t => t.Int32Data.AddRange([1, 200])).Span<byte>().ToArray());
        Assert.Equal([1, 0], Decode(ElementType.Bool, t => t.Int32Data.AddRange([1, 0])).Span<byte>().ToArray());
        Assert.Equal([(Half)1, (Half)(-2)], Decode(ElementType.Float16, t => t.Int32Data.AddRange([0x3c00, 0xc000])).Span<Half>().ToArray());
        Assert.Equal([1f, -2f], Decode(ElementType.Float32, t => t.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>([1f, -2f]))).Span<float>().ToArray());
    }

    [Fact]
    public void DataThatDoNotFitAreAnError()
    {
        var e = Assert.Throws<ImportException>(() => Decode(ElementType.Float32, t => t.FloatData.Add(1)));
        Assert.Equal(DiagnosticCodes.BadTensor, e.Code);
    }

    [Fact]
    public void SparseTensorsBecomeDense()
    {
        var sparse = new SparseTensorProto { Values = Proto(ElementType.Float32, [2], t => t.FloatData.AddRange([5, 6])), Indices = Proto(ElementType.Int64, [2, 2], t => t.Int64Data.AddRange([0, 1, 1, 0])) };
        sparse.Dims.AddRange([2L, 2L]);
        Assert.Equal([0f, 5, 6, 0], new TensorReader(".").Read(sparse).Span<float>().ToArray());
    }

    [Fact]
    public void ExternalDataHaveOffsets()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["w.bin"], MemoryMarshal.AsBytes<float>([9f, 1f, 2f, 3f]).ToArray());
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Add", [b.Input("x", 3), b.ExternalConstant("w.bin", 4, 3)]));
        Assert.Equal([2f, 3f, 4f], Run(b.Save(folder["m.onnx"]), Tensor.Of([3], 1, 1, 1)));
    }

    [Fact]
    public void FunctionsAreInlined()
    {
        var model = Function("F", "", "y");
        Assert.Equal([4f, 0f, 0f], Run(model, Tensor.Of([3], 2, -1, 0)));
    }

    [Fact]
    public void FunctionsAreInlinedInBodies()
    {
        var model = ModelProto.Parser.ParseFrom(Function("F", "", "y"));
        var call = model.Graph.Node[0];
        var body = new GraphProto { Name = "body", Output = { new ValueInfoProto { Name = "y" } }, Node = { call } };
        AttributeProto Branch(string name) => new() { Name = name, G = body.Clone(), Type = AttributeProto.Types.AttributeType.Graph };
        model.Graph.Node.Clear();
        model.Graph.Node.Add(new NodeProto { OpType = "If", Input = { "c" }, Output = { "y" }, Attribute = { Branch("then_branch"), Branch("else_branch") } });
        model.Graph.Initializer.Add(new TensorProto { Name = "c", DataType = (int)ElementType.Bool, Int32Data = { 1 } });
        Assert.Equal([4f, 0f, 0f], Run(model.ToByteArray(), Tensor.Of([3], 2, -1, 0)));

        // A function that calls itself from a body.
        model.Functions[0].Node[0] = model.Graph.Node[0].Clone();
        var e = Assert.Throws<CompilationException>(() => Run(model.ToByteArray(), Tensor.Of([3], 2, -1, 0)));
        Assert.Contains(e.Diagnostics, d => d.Code == DiagnosticCodes.CyclicGraph);
    }

    [Fact]
    public void AFunctionThatCallsItselfIsAnError()
    {
        var e = Assert.Throws<CompilationException>(() => Run(Function("Relu", "local", "y"), Tensor.Of([3], 2, -1, 0)));
        Assert.Contains(e.Diagnostics, d => d.Code == DiagnosticCodes.CyclicGraph);
    }

    [Fact]
    public void UnsortedNodesAreSortedWithAWarning()
    {
        using var folder = new TempFolder();
        var b = new OnnxModelBuilder();
        string x = b.Input("x", 3);
        b.RawNode("Neg", ["a"], ["y"]);
        b.RawNode("Relu", [x], ["a"]);
        b.Output("y");
        var diagnostics = new DiagnosticBag();
        var model = ModelReader.Read(b.Save(folder["m.onnx"]), ImportOptions.None, diagnostics);
        Assert.Equal(["Relu", "Neg"], model.Graph.Nodes.Select(n => n.Operator.Name));
        Assert.Contains(diagnostics.Items, d => d.Code == DiagnosticCodes.UnsortedGraph);
    }

    [Theory]
    [InlineData(99, 17, DiagnosticCodes.UnsupportedVersion)]
    [InlineData(8, 999, DiagnosticCodes.UnsupportedVersion)]
    public void NewVersionsAreAnError(int ir, int opset, string code)
    {
        using var folder = new TempFolder();
        var b = new OnnxModelBuilder { IrVersion = ir, Opset = opset };
        b.Output(b.Node("Relu", [b.Input("x", 3)]));
        var e = Assert.Throws<CompilationException>(() => ModelReader.Read(b.Save(folder["m.onnx"]), ImportOptions.None, new()));
        Assert.Contains(e.Diagnostics, d => d.Code == code);
    }

    [Fact]
    public void ComputedShapesResolve()
    {
        using var folder = new TempFolder();
        var b = new OnnxModelBuilder();
        string x = b.Input("x", 2, 3, 4);
        var batch = b.Node("Gather", [b.Node("Shape", [x]), b.Ints(0)], ("axis", 0));
        b.Output(b.Node("Reshape", [x, b.Node("Concat", [batch, b.Ints(-1)], ("axis", 0))]));
        var model = ModelReader.Read(b.Save(folder["m.onnx"]), ImportOptions.None, new());
        var graph = InferTypes.Run(model.Graph, model.File, new());
        Assert.Equal("[2,12]", graph.Outputs[0].Value.Shape.ToString());
        Assert.Single(graph.Nodes);
    }

    /// <summary>A file whose graph calls a local function F(x) = Relu(x) * k with the attribute k = 2; its first node may be made another operator.</summary>
    private static byte[] Function(string name, string innerDomain, string output)
    {
        var relu = new NodeProto { OpType = "Relu", Domain = innerDomain, Input = { "a" }, Output = { "t" } };
        var constant = new NodeProto { OpType = "Constant", Output = { "k" }, Attribute = { new AttributeProto { Name = "value_float", RefAttrName = "k", Type = AttributeProto.Types.AttributeType.Float } } };
        var function = new FunctionProto
        {
            Name = name, Domain = "local", Input = { "a" }, Output = { "b" }, Attribute = { "k" },
            Node = { relu, constant, new NodeProto { OpType = "Mul", Input = { "t", "k" }, Output = { "b" } } },
            OpsetImport = { new OperatorSetIdProto { Version = 17 } },
        };
        var call = new NodeProto { OpType = name, Domain = "local", Input = { "x" }, Output = { output }, Attribute = { new AttributeProto { Name = "k", F = 2, Type = AttributeProto.Types.AttributeType.Float } } };
        var x = new ValueInfoProto { Name = "x", Type = new TypeProto { TensorType = new() { ElemType = 1, Shape = new() { Dim = { new TensorShapeProto.Types.Dimension { DimValue = 3 } } } } } };
        return new ModelProto
        {
            IrVersion = 8, OpsetImport = { new OperatorSetIdProto { Version = 17 }, new OperatorSetIdProto { Domain = "local", Version = 1 } }, Functions = { function },
            Graph = new GraphProto { Name = "g", Input = { x }, Output = { new ValueInfoProto { Name = output } }, Node = { call } },
        }.ToByteArray();
    }

    private static float[] Run(byte[] model, Tensor input)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["m.onnx"], model);
        return Run(folder["m.onnx"], input);
    }

    private static float[] Run(string path, Tensor input)
    {
        var model = ModelReader.Read(path, ImportOptions.None, new());
        return Interpreter.Run(InferTypes.Run(model.Graph, model.File, new()), [input])[0].Span<float>().ToArray();
    }

    private static Tensor Decode(ElementType element, Action<TensorProto> fill) => new TensorReader(".").Read(Proto(element, [2], fill));

    private static TensorProto Proto(ElementType element, long[] dims, Action<TensorProto> fill)
    {
        var proto = new TensorProto { DataType = (int)element };
        proto.Dims.AddRange(dims);
        fill(proto);
        return proto;
    }
}
