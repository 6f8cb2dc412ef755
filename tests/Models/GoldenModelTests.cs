using CompileModel.Cli;
using CompileModel.Cli.Verification;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Targets;
using CompileModel.Tests.Compiled;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Models;

/// <summary>
/// Trained models with inputs and ONNX Runtime's outputs from ../shared/models, compiled and run. A clone without them leaves these out, and says so:
/// every model is then counted as skipped.
/// </summary>
public class GoldenModelTests
{
    private static readonly string[] Models =
    [
        "ad01_fp32", "blazeface_front", "dtln_1", "espcn_x3", "gtcrn_stream", "ic_resnet8_fp32", "kws_dscnn_fp32", "kwt1", "magika", "micro_kws_static_fp32", "mnist8", "mnist_burn", "mobilenet_v1_025_128_fp32",
        "mobilenet_v2_224_fp32", "ppocr_v4_rec", "st_ssd_mnv1_025_256", "ultraface_rfb320", "vww_mnv1_025_fp32", "yolox_nano",
    ];

    /// <summary>Models of integers, whose outputs are multiples of a step of at most 1/256 or floats that the reference computes alike.</summary>
    private static readonly string[] Quantized =
    [
        "ad01_int8_qdq", "ic_resnet8_int8_qdq", "ic_resnet8_int8_qop", "kws_dscnn_int8_qdq", "kws_dscnn_int8_qop", "micro_kws_qoperator_softmax", "micro_kws_static_qoperator",
        "mobilenet_v1_025_128_uint8_qdq", "vww_mnv1_025_int8_qdq",
    ];

    /// <summary>Large models of integers with outputs in steps of 1/256, where one step more or less in one layer becomes a few in the end.</summary>
    private static readonly string[] LargeQuantized = ["mobilenet_v2_224_int8pc_qdq", "mobilenet_v2_224_uint8_qdq"];

    /// <summary>Shapes of inputs that a file leaves open and cannot be 1.</summary>
    private static readonly Dictionary<string, ImportOptions> Shapes = new()
    {
        ["ppocr_v4_rec"] = new() { InputShapes = new Dictionary<string, long[]> { ["x"] = [1, 3, 48, 320] } },
    };

    private static readonly string[] Targets = ["cortex-a53", "cortex-a72", "x86-64-v3"];

    /// <summary>Every model for every target.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var model in Models) foreach (var target in Targets) cases.Add(model, target);
            return cases;
        }
    }

    /// <summary>Every quantised model for an Arm and an x86 target.</summary>
    public static TheoryData<string, string> QuantizedCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var model in Quantized.Concat(LargeQuantized)) foreach (var target in (string[])["cortex-a53", "x86-64-v3"]) cases.Add(model, target);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(QuantizedCases))]
    public void GivesTheReferenceWithinSteps(string model, string target)
    {
        Assert.SkipUnless(Repository.Shared is not null, $"../shared is not there; {Quantized.Length + LargeQuantized.Length} models are left out");
        int steps = LargeQuantized.Contains(model) ? 10 : 1;
        var folder = Path.Combine(Repository.Shared!, "models", model);
        using var program = new CompiledProgram(Path.Combine(folder, "model.onnx"), target);
        var graph = program.Emitted.Plan.Graph;
        foreach (var set in TestDataSet.Load(folder))
        {
            var outputs = program.Run(graph.Inputs.Zip(set.Inputs).ToDictionary(i => i.First.Name, i => i.Second));
            var results = graph.Outputs.Zip(set.Outputs, (output, reference) => OutputComparison.Of(output.Name, outputs[output.Name], reference, steps / 255.9, 0));
            Rules.Hold(results.Where(r => !r.Passed || !r.SameTop1).Select(r => $"{set.Name} {r.Name}: {r.Mismatches} elements differ by more than {steps} steps, at most by {r.MaxAbsolute}"));
        }
    }

    [Fact]
    public void QuantisedModelsHaveNoFloatProducts()
    {
        Assert.SkipUnless(Repository.Shared is not null, $"../shared is not there; {Quantized.Length + LargeQuantized.Length} models are left out");
        foreach (var model in Quantized.Concat(LargeQuantized))
        {
            var settings = new CompileSettings(Path.Combine(Repository.Shared!, "models", model, "model.onnx"), new(), TargetProfiles.Load("cortex-a53"), "model");
            var products = ModelCompiler.Optimize(settings, new DiagnosticBag(), _ => { })!.Graph.Nodes.Where(n => n.Operator is ConvNhwc or MatMulFused).ToArray();
            Assert.NotEmpty(products);
            Rules.Hold(products.Where(n => n.Input(0).Element != ElementType.Int8).Select(n => $"{model}: {n.Title} is a product of {n.Input(0).Element}"));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesTheReferenceOutputs(string model, string target)
    {
        Assert.SkipUnless(Repository.Shared is not null, $"../shared is not there; {Models.Length} models are left out");
        var folder = Path.Combine(Repository.Shared!, "models", model);
        using var program = new CompiledProgram(Path.Combine(folder, "model.onnx"), target, import: Shapes.GetValueOrDefault(model));
        var graph = program.Emitted.Plan.Graph;
        foreach (var set in TestDataSet.Load(folder))
        {
            var inputs = graph.Inputs.Zip(set.Inputs).ToDictionary(i => i.First.Name, i => i.Second);
            var outputs = program.Run(inputs);
            var expected = graph.Outputs.Zip(set.Outputs).ToDictionary(o => o.First.Name, o => o.Second);
            Rules.Hold(Comparison.Differences(outputs, expected));
            foreach (var (name, reference) in expected.Where(e => e.Value.Shape.Rank == 2))
                Assert.True(OutputComparison.Of(name, outputs[name], reference, 0, 0).SameTop1, $"{set.Name} {name}: another top-1 than the reference");
        }
    }
}
