using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Reference;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Models;

/// <summary>Trained models beside the clone: reading, typing, canonicalization and fusion keep what they compute, judged by recorded outputs of ONNX Runtime.</summary>
public sealed class ModelReferenceTests
{
    /// <summary>The fp32 models.</summary>
    public static TheoryData<string> Names { get; } =
    [
        "ad01_fp32", "blazeface_front", "espcn_x3", "ic_resnet8_fp32", "kws_dscnn_fp32", "micro_kws_static_fp32", "mnist8", "mnist_burn", "mobilenet_v1_025_128_fp32",
        "mobilenet_v2_224_fp32", "st_ssd_mnv1_025_256", "ultraface_rfb320", "vww_mnv1_025_fp32", "yolox_nano",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void CanonicalGraphMatchesTheRecordedOutputs(string name) => Check(name, Stage.Canonical);

    [Theory]
    [MemberData(nameof(Names))]
    public void FusedGraphMatchesTheRecordedOutputs(string name)
    {
        var graph = Check(name, Stage.Fused);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", graph.Nodes.GroupBy(n => n.Operator.Name).Select(g => $"{g.Key} {g.Count()}")));
        foreach (var node in graph.Nodes) Assert.False(node.Operator is ElementwiseOperator, $"{node.Operator} -> {node.Output} is not part of any loop");
    }

    private static Graph Check(string name, Stage stage)
    {
        if (Repository.Shared is null) Assert.Skip("no ../shared beside the clone");
        string folder = Path.Combine(Repository.Shared, "models", name);
        var diagnostics = new DiagnosticBag();
        var model = ModelReader.Read(Path.Combine(folder, "model.onnx"), ImportOptions.None, diagnostics);
        var typed = InferTypes.Run(model.Graph, model.File, diagnostics);
        var graph = new PassManager().Run(typed, Pipeline.Groups, stage);
        Assert.Equal(stage, graph.Stage);

        string data = Path.Combine(folder, "test_data_set_0");
        Tensor[] inputs = [.. graph.Inputs.Select((input, i) => TensorReader.ReadFile(Path.Combine(data, $"input_{i}.pb")).Reshape(input.Shape))];
        var actual = Interpreter.Run(graph, inputs);
        for (int o = 0; o < actual.Count; o++)
        {
            var expected = TensorReader.ReadFile(Path.Combine(data, $"output_{o}.pb"));
            Assert.Equal(expected.Count, actual[o].Count);
            for (int i = 0; i < expected.Count; i++)
            {
                double want = expected.AsDouble(i), got = actual[o].AsDouble(i);
                Assert.True(Math.Abs(got - want) <= 1e-4 + (1e-4 * Math.Abs(want)), $"output {o} element {i}: {got}, expected {want}");
            }
        }
        return graph;
    }
}
