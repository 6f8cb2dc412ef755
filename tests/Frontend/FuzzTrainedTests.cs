using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Frontend;

/// <summary>Trained models with a few bytes changed: compiled, or refused with diagnostics.</summary>
public sealed class FuzzTrainedTests
{
    private const int Runs = 100;

    [Theory]
    [InlineData("mnist8")]
    [InlineData("kws_dscnn_fp32")]
    public void ChangedBytesNeverBreakTheCompiler(string name)
    {
        if (Repository.Shared is null) Assert.Skip("no ../shared beside the clone");
        byte[] valid = File.ReadAllBytes(Path.Combine(Repository.Shared, "models", name, "model.onnx"));
        using var folder = new TempFolder();
        for (int run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            byte[] bytes = [.. valid];
            // Node descriptions are dense at some places and absent in the weights: runs of changes in one neighbourhood.
            int around = random.Next(bytes.Length);
            for (int i = random.Next(1, 6); i > 0; i--) bytes[Math.Min(bytes.Length - 1, around + random.Next(200))] = (byte)random.Next(256);
            File.WriteAllBytes(folder["m.onnx"], bytes);
            try
            {
                var diagnostics = new DiagnosticBag();
                var model = ModelReader.Read(folder["m.onnx"], ImportOptions.None, diagnostics);
                new PassManager().Run(InferTypes.Run(model.Graph, model.File, diagnostics), Pipeline.Groups, Stage.Fused);
            }
            catch (CompilationException)
            {
                // One of the two good ends.
            }
            catch (Exception e)
            {
                Assert.Fail($"{name}, seed {run}: {e}");
            }
        }
    }
}
