using System.Formats.Tar;
using System.IO.Compression;
using CompileModel.Cli;
using CompileModel.Cli.Quantizing;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Quantization.Ranges;
using CompileModel.Quantization.Samples;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary>Trained models on labelled data of ../shared, quantised with 100 samples: what 8 bits cost.</summary>
public sealed class AccuracyTests : IDisposable
{
    /// <summary>Scale and zero point of the feature maps.</summary>
    private const float MapScale = 0.5847029f;
    private const int MapZero = 83;

    private readonly TempFolder folder = new();

    [Fact]
    public void KeywordsLoseLessThanHalfAPoint() => Compare("kws_dscnn_fp32", Keywords(), 0.5, samplesOnArm: 100);

    [Fact]
    public void DigitsLoseLessThanAFifthOfAPoint() => Compare("mnist8", Digits(), 0.2, samplesOnArm: 500);

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private void Compare(string name, (Tensor Samples, int[] Labels) data, double points, int samplesOnArm)
    {
        int count = data.Labels.Length, each = data.Samples.Bytes.Length / count;
        NpyFile.Write(folder["all.npy"], data.Samples);
        NpyFile.Write(folder["some.npy"], new(new(ElementType.Float32, Shape.Of([100, .. data.Samples.Shape.ToArray()[1..]])),
            [.. Enumerable.Range(0, 100).SelectMany(i => data.Samples.Bytes.Slice(i * (count / 100) * each, each).ToArray())]));
        var settings = new CompileSettings(Path.Combine(Repository.Shared!, "models", name, "model.onnx"), ImportOptions.None, SampleProgram.Here, "model");
        var quantized = QuantizeRun.Run(settings, new([folder["some.npy"]], null, RangeEstimators.Parse(RangeEstimators.Default), null) { IsFastest = false }, folder.Path, new DiagnosticBag(), _ => { }).Settings;
        var wanted = Classes(settings, "float", ..);
        var found = Classes(quantized, "int8", ..);
        double Right(int[] classes) => 100.0 * classes.Zip(data.Labels).Count(c => c.First == c.Second) / count;
        TestContext.Current.SendDiagnosticMessage($"{name}: {Right(wanted):F2} % in float32, {Right(found):F2} % in int8, {100.0 * wanted.Zip(found).Count(c => c.First == c.Second) / count:F2} % alike");
        Assert.InRange(Right(wanted), 85, 100);
        Assert.InRange(Right(found), Right(wanted) - points, 100);
        // The program for Arm decides alike on a part.
        var onArm = Classes(quantized with { Target = TargetProfiles.Load("cortex-a53") }, "arm", ..samplesOnArm);
        Assert.Equal(found[..samplesOnArm], onArm);
    }

    private int[] Classes(CompileSettings settings, string name, Range range)
    {
        var program = SampleProgram.Build(settings, folder[name]);
        var samples = CalibrationData.Open([folder["all.npy"]], program.Inputs, null);
        int[] classes = new int[range.GetOffsetAndLength(samples.Count).Length];
        program.Run(samples, range, (i, outputs) => classes[i] = outputs[0].Span<float>().IndexOf(outputs[0].Span<float>().ToArray().Max()));
        return classes;
    }

    private static (Tensor, int[]) Keywords()
    {
        Skip("kws");
        using var archive = new TarReader(new GZipStream(File.OpenRead(Path.Combine(Repository.Shared!, "data/kws/kws01-mfcc-1000.tar.gz")), CompressionMode.Decompress));
        var maps = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        while (archive.GetNextEntry(copyData: true) is { } entry)
        {
            if (!entry.Name.EndsWith(".bin", StringComparison.Ordinal)) continue;
            byte[] bytes = new byte[entry.Length];
            entry.DataStream!.ReadExactly(bytes);
            maps.Add(Path.GetFileNameWithoutExtension(entry.Name), bytes);
        }
        float[] numbers = [.. maps.Values.SelectMany(m => m).Select(b => ((sbyte)b - MapZero) * MapScale)];
        return (Tensor.Of(Shape.Of(maps.Count, 1, 49, 10), numbers), [.. maps.Keys.Select(k => int.Parse(k[(k.LastIndexOf('_') + 1)..], System.Globalization.CultureInfo.InvariantCulture))]);
    }

    private static (Tensor, int[]) Digits()
    {
        Skip("mnist");
        byte[] images = Unpack("t10k-images-idx3-ubyte.gz")[16..], labels = Unpack("t10k-labels-idx1-ubyte.gz")[8..];
        return (Tensor.Of(Shape.Of(labels.Length, 1, 28, 28), [.. images.Select(b => (float)b)]), [.. labels.Select(l => (int)l)]);
    }

    private static byte[] Unpack(string name)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Repository.Shared!, "data/mnist", name)), CompressionMode.Decompress);
        using var all = new MemoryStream();
        packed.CopyTo(all);
        return all.ToArray();
    }

    private static void Skip(string what) => Assert.SkipUnless(Repository.Shared is not null && Directory.Exists(Path.Combine(Repository.Shared, "data", what)), $"../shared/data/{what} is not there; accuracy on it is left out");
}
