using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Frontend;

/// <summary>Tensors of 4- and 2-bit values, which files pack with the first value in the low bits.</summary>
public sealed class PackedTensorTests
{
    [Theory]
    [InlineData(ElementType.Int4, 3, new byte[] { 0x87, 0x0A }, new long[] { 7, -8, -6 })]
    [InlineData(ElementType.UInt4, 3, new byte[] { 0x87, 0x0A }, new long[] { 7, 8, 10 })]
    [InlineData(ElementType.Int2, 5, new byte[] { 0b11_10_01_00, 0b01 }, new long[] { 0, 1, -2, -1, 1 })]
    [InlineData(ElementType.UInt2, 4, new byte[] { 0b11_10_01_00 }, new long[] { 0, 1, 2, 3 })]
    public void EveryValueTakesAByte(ElementType type, int count, byte[] packed, long[] values)
    {
        Assert.Equal(values, Read(new ProtoWriter().Int(1, count).Int(2, (int)type).Bytes(9, packed)).ToLongs());
        var typed = new ProtoWriter().Int(1, count).Int(2, (int)type);
        foreach (byte item in packed) typed.Int(5, item);
        Assert.Equal(values, Read(typed).ToLongs());
    }

    [Fact]
    public void FloatsOfFourBitsAreCodes() =>
        Assert.Equal([0.5, -6], Read(new ProtoWriter().Int(1, 2).Int(2, (int)ElementType.Float4E2M1).Bytes(9, [0xF1])) is { } t ? new[] { t.AsDouble(0), t.AsDouble(1) } : []);

    [Fact]
    public void TheNumberOfBytesMustFit() =>
        Assert.Contains(Diagnostics.DiagnosticCodes.BadTensor, Assert.Throws<Diagnostics.CompilationException>(() => Read(new ProtoWriter().Int(1, 3).Int(2, (int)ElementType.Int4).Bytes(9, [1, 2, 3]))).Diagnostics.Select(d => d.Code));

    private static Tensor Read(ProtoWriter tensor)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["t.pb"], tensor.ToArray());
        return TensorReader.ReadFile(folder["t.pb"]);
    }
}
