using CompileModel.Tests.Support;

namespace CompileModel.Tests.Models;

/// <summary>Trained models with symbolic dimensions, compiled for bounds, and those that branch at run time, against ONNX Runtime's outputs. A clone without ../shared/models leaves them out.</summary>
public class OpenModelTests
{
    private static readonly string[] Targets = ["cortex-a53", "cortex-a72", "x86-64-v3"];

    private static readonly (string Model, string[] Options)[] Models =
    [
        ("magika", ["--dim", "unk__214=1..3"]),
        ("st_ssd_mnv1_025_256", ["--dim", "unk__1267=1..2"]),
        ("ppocr_v4_rec", ["--dim", "p2o.DynamicDimension.1=32..480"]),
        ("silero_vad_ifless", ["--dim", "sequence=576"]),
        ("silero_vad_ifless", ["--dim", "sequence=300..700"]),
        ("silero_vad_v6", ["--input-shape", "input=1,576", "--input-shape", "state=2,1,128"]),
        ("silero_vad_v6", ["--input-shape", "input=1,520..630", "--input-shape", "state=2,1,128"]),
    ];

    /// <summary>Every model for every target.</summary>
    public static TheoryData<string, string, string> Cases => [.. Models.SelectMany(m => Targets.Select(t => (m.Model, t, string.Join(' ', m.Options))))];

    [Theory, MemberData(nameof(Cases))]
    public void GivesTheReferenceOutputs(string model, string target, string options)
    {
        Assert.SkipUnless(Repository.Shared is not null, $"../shared is not there; {Models.Length} models are left out");
        Command.CompileModel(["verify", Path.Combine(Repository.Shared!, "models", model, "model.onnx"), "--target", target, .. options.Split(' ')]).Succeeded();
    }
}
