using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CompileModel.Tests.Frontend;

/// <summary>Whatever the bytes of a file: a model or diagnostics, never another exception.</summary>
public sealed class FuzzTests
{
    private const int Runs = 2000;

    [Fact]
    public void TheModelItselfIsFine() => Assert.True(Survives(Model(), "unchanged"));

    [Fact]
    public void MutatedModelsGiveDiagnostics()
    {
        byte[] valid = Model();
        var mutation = from kind in Gen.Choose(0, 3)
                       from at in Gen.Choose(0, valid.Length - 1)
                       from value in Gen.Choose(0, 255)
                       from length in Gen.Choose(1, 40)
                       select (kind, at, value, length);
        var property = Prop.ForAll(Gen.NonEmptyListOf(mutation).Resize(3).ToArbitrary(), list => { Survives(list.Aggregate(valid, Mutate), string.Join(", ", list)); });
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithReplay(1, 3));
    }

    [Fact]
    public void RandomBytesGiveDiagnostics()
    {
        var random = new Random(1);
        for (int i = 0; i < Runs; i++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Survives(bytes, $"run {i}");
        }
    }

    [Fact]
    public void EveryPrefixGivesDiagnostics()
    {
        byte[] valid = Model();
        for (int length = 0; length < valid.Length; length += 3) Survives(valid[..length], $"length {length}");
    }

    private static byte[] Mutate(byte[] bytes, (int Kind, int At, int Value, int Length) m)
    {
        int at = Math.Min(m.At, bytes.Length - 1), length = Math.Min(m.Length, bytes.Length - at);
        if (bytes.Length == 0) return bytes;
        byte[] copy = [.. bytes];
        switch (m.Kind)
        {
            case 0: copy[at] = (byte)m.Value; return copy;
            case 1: return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2: return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            default: copy[at] ^= (byte)(1 << (m.Value & 7)); return copy;
        }
    }

    /// <summary>Whether the file is a model; fails on any exception but diagnostics.</summary>
    private static bool Survives(byte[] bytes, string what)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["m.onnx"], bytes);
        try
        {
            var diagnostics = new DiagnosticBag();
            var model = ModelReader.Read(folder["m.onnx"], ImportOptions.None, diagnostics);
            new PassManager().Run(InferTypes.Run(model.Graph, model.File, diagnostics), Pipeline.Groups, Stage.Canonical);
            return true;
        }
        catch (CompilationException)
        {
            return false;
        }
        catch (Exception e)
        {
            Assert.Fail($"{what}: {e}");
            return false;
        }
    }

    /// <summary>A small model with many kinds of attributes and shape arithmetic.</summary>
    private static byte[] Model()
    {
        var data = new Support.TestData(1);
        var b = new OnnxModelBuilder();
        var x = b.Input("x", 1, 3, 8, 8);
        var c = b.Node("Conv", [x, b.Constant(data.Floats([4, 3, 3, 3])), b.Constant(data.Floats([4]))], ("pads", new[] { 1, 1, 1, 1 }), ("strides", new[] { 2, 2 }));
        var n = b.Node("BatchNormalization", [c, b.Constant([4], 1, 2, 3, 4), b.Constant([4], 1, 2, 3, 4), b.Constant([4], 1, 2, 3, 4), b.Constant([4], 1, 2, 3, 4)], ("epsilon", 1e-3f));
        var p = b.Node("MaxPool", [b.Node("Relu", [n])], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }), ("ceil_mode", 1));
        var r = b.Node("Resize", [p, "", b.Constant([4], 1, 1, 2, 2)], ("mode", "nearest"));
        var s = b.Node("Slice", [r, b.Ints(0, 0), b.Ints(3, 3), b.Ints(2, 3)]);
        var d = b.Node("Pad", [s, b.Ints(0, 0, 1, 0, 0, 0, 0, 1)]);
        var shape = b.Node("Concat", [b.Node("Gather", [b.Node("Shape", [d]), b.Ints(0)], ("axis", 0)), b.Ints(-1)], ("axis", 0));
        var parts = b.Node("Split", [b.Node("Reshape", [d, shape]), b.Ints(32, 32)], 2, ("axis", 1));
        var g = b.Node("Gemm", [b.Node("Mul", [parts[0], b.Node("Sigmoid", [parts[1]])]), b.Constant(data.Floats([5, 32]))], ("transB", 1), ("alpha", 0.5f));
        b.Output(b.Node("Softmax", [b.Node("Transpose", [g], ("perm", new[] { 1, 0 }))], ("axis", 0)));
        return b.ToArray();
    }
}
