using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary>What stays float32 in a quantised model is said, with the reason (CM4016).</summary>
public sealed class FloatProductsTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void CompileNamesProductsThatStayFloat()
    {
        var b = new OnnxModelBuilder();
        string Dq(string bytes) => b.Node("DequantizeLinear", [bytes, b.Constant([], 0.5f), b.Constant(Tensor.From<sbyte>(ElementType.Int8, Shape.Scalar, [0]))]);
        string Q(string x) => Dq(b.Node("QuantizeLinear", [x, b.Constant([], 0.5f), b.Constant(Tensor.From<sbyte>(ElementType.Int8, Shape.Scalar, [0]))]));
        string Weights() => Dq(b.Constant(Tensor.From<sbyte>(ElementType.Int8, Shape.Of(2, 2, 1, 1), [1, 2, 3, -4])));
        string first = b.Node("Conv", [Q(b.Input("x", 1, 2, 3, 3)), Weights()]);
        string second = b.Node("Conv", [b.Node("Sigmoid", [first]), Weights()]);
        string third = b.Node("Conv", [Q(second), b.Constant([2, 2, 1, 1], 1, 2, 3, 4)]);
        b.Output(third);
        string error = Command.CompileModel("compile", b.Save(folder["m.onnx"]), "--target", "cortex-a72", "-o", folder["out"], "--sources-only").Succeeded().Error;
        string[] notes = [.. error.Split('\n').Where(line => line.Contains("CM4016", StringComparison.Ordinal))];
        Assert.Equal(2, notes.Length);
        Assert.Contains("operand 0", notes[0]);
        Assert.Contains("Sigmoid", notes[0]);
        Assert.Contains("its weights are not quantised", notes[1]);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
