using System.Runtime.InteropServices;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Quantization.Samples;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary>Samples of every kind are read as what they are; whatever is wrong is one error that names file and reason.</summary>
public sealed class CalibrationDataTests : IDisposable
{
    private static readonly TensorType Pair = new(ElementType.Float32, Shape.Of(1, 2, 3));
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileIsASampleOrABatch()
    {
        Npy("a.npy", [1, 2, 3], 1);
        Npy("b.npy", [4, 2, 3], 2);
        Npy("c.npy", [2, 3], 3);
        NpyFile.Write(folder["d.npy"], Tensor.From(ElementType.Float64, Shape.Of(1, 2, 3), [1.0, 2, 3, 4, 5, 6]));
        File.WriteAllBytes(folder["e.bin"], [.. MemoryMarshal.AsBytes<float>([6f, 5, 4, 3, 2, 1])]);
        var data = Open(Pair);
        Assert.Equal(["a.npy", "b.npy[0]", "b.npy[1]", "b.npy[2]", "b.npy[3]", "c.npy", "d.npy", "e.bin"], data.Names.Select(n => Path.GetFileName(n)));
        var samples = Enumerable.Range(0, data.Count).Select(data.Read).ToArray();
        Assert.All(samples, s => Assert.Equal(Pair, s.Inputs.Single().Type));
        Assert.Equal([2f, 3, 4, 5, 6, 7], samples[1].Inputs[0].Span<float>().ToArray());
        Assert.Equal([20f, 21, 22, 23, 24, 25], samples[4].Inputs[0].Span<float>().ToArray());
        Assert.Equal([1f, 2, 3, 4, 5, 6], samples[6].Inputs[0].Span<float>().ToArray());
        Assert.Empty(data.Remarks);
    }

    [Fact]
    public void ALinkIsTheFileBehindIt()
    {
        Npy("elsewhere/a.npy", [1, 2, 3], 1);
        File.WriteAllBytes(folder["elsewhere/b.bin"], new byte[24]);
        Directory.CreateDirectory(folder["samples"]);
        foreach (var name in (string[])["a.npy", "b.bin"])
            File.CreateSymbolicLink(folder["samples/" + name], Path.Combine("..", "elsewhere", name));
        var data = CalibrationData.Open([folder["samples"]], [("x", Pair)], null);
        Assert.Equal(["a.npy", "b.bin"], data.Names.Select(n => Path.GetFileName(n)));
    }

    [Fact]
    public void AFolderHoldsTheInputsOfASample()
    {
        Npy("s0/input_0.npy", [1, 2, 3], 1);
        Npy("s0/state.npy", [4], 5);
        Npy("s1/x.npy", [1, 2, 3], 2);
        Npy("s1/input_1.npy", [4], 6);
        var data = Open(Pair, new(ElementType.Float32, Shape.Of(4)));
        Assert.Equal(["s0", "s1"], data.Names.Select(n => Path.GetFileName(n)));
        Assert.Equal(6f, data.Read(1).Inputs[1].Span<float>()[0]);
        File.Delete(folder["s1/input_1.npy"]);
        Fails(DiagnosticCodes.SampleMismatch, "s1", "nothing for input 'state'", Pair, new(ElementType.Float32, Shape.Of(4)));
    }

    [Fact]
    public void TestDataFoldersAreSamplesInTheOrderOfTheirNumbers()
    {
        foreach (int n in (int[])[10, 9])
        {
            Directory.CreateDirectory(folder[$"test_data_set_{n}"]);
            File.WriteAllBytes(folder[$"test_data_set_{n}/input_0.pb"], new ProtoWriter().Int(1, 1).Int(1, 2).Int(1, 3).Int(2, 1).Bytes(9, MemoryMarshal.AsBytes<float>([n, 2, 3, 4, 5, 6])).ToArray());
        }
        File.WriteAllText(folder["model.onnx"], "beside the data sets, as models of the zoo have it");
        var data = Open(Pair);
        Assert.Equal([9f, 10f], Enumerable.Range(0, data.Count).Select(i => data.Read(i).Inputs[0].Span<float>()[0]));
    }

    [Fact]
    public void WhatIsWrongIsSaidOfAllFilesAtOnce()
    {
        Npy("shape.npy", [2, 4], 1);
        NpyFile.Write(folder["type.npy"], Tensor.OfInts(1, 2, 3, 4, 5, 6));
        File.WriteAllBytes(folder["short.bin"], new byte[23]);
        File.WriteAllBytes(folder["broken.npy"], new byte[40]);
        File.WriteAllText(folder["what.xyz"], "");
        Npy("cut.npy", [1, 2, 3], 1);
        File.WriteAllBytes(folder["cut.npy"], File.ReadAllBytes(folder["cut.npy"])[..^4]);
        var e = Assert.Throws<CompilationException>(() => Open(Pair));
        string[] errors = [.. e.Diagnostics.Select(d => $"{d.Code} {Path.GetFileName(d.Location.File)}: {d.Message}")];
        Assert.Equal(6, errors.Length);
        Assert.Contains("CM4003 shape.npy: the shape is [2,4], the input is f32[1,2,3]", errors);
        Assert.Contains("CM4003 type.npy: the elements are i64, those of the input f32[1,2,3] are f32", errors);
        Assert.Contains("CM4003 short.bin: 23 bytes; the input f32[1,2,3] takes 24", errors);
        Assert.Contains("CM4002 what.xyz: '.xyz' is no kind of sample", errors);
        Assert.Contains("CM4003 cut.npy: the header says f32[1,2,3], which is 24 bytes; 20 are there", errors);
        Assert.Contains(errors, t => t.StartsWith("CM4003 broken.npy", StringComparison.Ordinal) && t.Contains("not a .npy file"));
    }

    [Fact]
    public void FoldersWithoutSamplesAndMissingFilesAreErrors()
    {
        Fails(DiagnosticCodes.NoSamples, Path.GetFileName(folder.Path), "the folder holds no samples", Pair);
        File.WriteAllText(folder["readme.txt"], "");
        Fails(DiagnosticCodes.NoSamples, Path.GetFileName(folder.Path), "the folder holds no samples", Pair);
        Assert.Equal(DiagnosticCodes.NoSamples, Assert.Throws<CompilationException>(() => CalibrationData.Open([folder["none"]], [("x", Pair)], null)).Diagnostics.Single().Code);
        Assert.Equal(DiagnosticCodes.NoSamples, Assert.Throws<CompilationException>(() => CalibrationData.Open([], [("x", Pair)], null)).Diagnostics.Single().Code);
        Npy("a.npy", [1, 2, 3], 1);
        Assert.Equal((DiagnosticCodes.UnknownSampleKind, Severity.Note), Open(Pair).Remarks.Select(d => (d.Code, d.Severity)).Single());
    }

    [Theory]
    [InlineData(float.NaN, "element 4 is not a number")]
    [InlineData(float.NegativeInfinity, "element 4 is infinite")]
    public void ValuesAreFinite(float value, string message)
    {
        NpyFile.Write(folder["a.npy"], Tensor.Of(Pair.Shape, 1, 2, 3, 4, value, 6));
        var data = Open(Pair);
        var error = Assert.Throws<CompilationException>(() => data.Read(0)).Diagnostics.Single();
        Assert.Equal((DiagnosticCodes.SampleNotFinite, folder["a.npy"], message), (error.Code, error.Location.File, error.Message));
    }

    [Fact]
    public void ConstantSamplesAreWarnedOfAndNoneButThemIsAnError()
    {
        NpyFile.Write(folder["a.npy"], Tensor.Zeros(ElementType.Float32, Pair.Shape));
        var constant = Open(Pair);
        Assert.Equal(DiagnosticCodes.ConstantSample, Assert.Throws<CompilationException>(() => constant.Read(0)).Diagnostics.Single().Code);
        Npy("b.npy", [1, 2, 3], 1);
        var data = Open(Pair);
        for (int i = 0; i < data.Count; i++) data.Read(i);
        var warning = data.Remarks.Single();
        Assert.Equal((DiagnosticCodes.ConstantSample, Severity.Warning, folder["a.npy"]), (warning.Code, warning.Severity, warning.Location.File));
    }

    [Fact]
    public void LabelsAreInOrderOrByName()
    {
        string[] names = ["d/a.npy", "d/b.npy"];
        Assert.Equal([3, 1], Read("3\n# comment\n\n1\n"));
        Assert.Equal([3, 1], Read("b,1\na.npy,3\n"));
        Assert.Contains("1 labels for 2 samples", Wrong("3\n"));
        Assert.Contains("line 2: 'x' is no class index", Wrong("1\nx\n"));
        Assert.Contains("there is no sample 'c'", Wrong("c,1\n"));
        Assert.Contains("no label for 'd/b.npy'", Wrong("a,1\n"));
        Assert.Contains("a second label for 'd/a.npy'", Wrong("a,1\nd/a.npy,2\n"));

        IReadOnlyList<int> Read(string text)
        {
            File.WriteAllText(folder["labels"], text);
            return Labels.Read(folder["labels"], names);
        }

        string Wrong(string text)
        {
            var e = Assert.Throws<CompilationException>(() => Read(text)).Diagnostics.Single();
            Assert.Equal((DiagnosticCodes.BadLabels, folder["labels"]), (e.Code, e.Location.File));
            return e.Message;
        }
    }

    private void Npy(string name, int[] shape, float first)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        var tensor = Tensor.Zeros(ElementType.Float32, Shape.Of(shape));
        for (int i = 0; i < tensor.Count; i++) tensor.Fill<float>()[i] = first + i;
        NpyFile.Write(folder[name], tensor);
    }

    private CalibrationData Open(params TensorType[] types) => CalibrationData.Open([folder.Path], [.. types.Select((t, i) => (i == 0 ? "x" : "state", t))], null);

    private void Fails(string code, string file, string message, params TensorType[] types)
    {
        var e = Assert.Throws<CompilationException>(() => Open(types)).Diagnostics.Single(d => d.Severity == Severity.Error);
        Assert.Equal((code, file), (e.Code, Path.GetFileName(e.Location.File)));
        Assert.Contains(message, e.Message);
    }
}
