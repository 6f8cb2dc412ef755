using CompileModel.IR;
using CompileModel.Tests.Compiled;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.GeneratedCode;

/// <summary>
/// Disassembles one program with a layer for every family of micro-kernels, for each target: innermost loops that multiply and add neither call, nor touch the frame, nor branch (a bounds check
/// would), and the densest loop of each family has at least the multiply-adds per instruction of the table.
/// </summary>
public class HotLoopTests
{
    private const string KernelClass = "_Kernels__";

    // Family, then the least density of its densest loop on NEON out of order, NEON in order (which trades density for loads that pair with arithmetic), AVX2 and AVX-512.
    private static readonly (string Family, double OutOfOrder, double InOrder, double Avx2, double Avx512)[] Table =
    [
        ("gemm", 0.75, 0.55, 0.55, 0.55),
        ("depthwise", 0.55, 0.4, 0.4, 0.55),
        ("winograd_in", 0.25, 0.25, 0.25, 0.25),
        ("winograd_out", 0.1, 0.1, 0.1, 0.1),
    ];

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("cortex-a55")]
    [InlineData("cortex-a72")]
    [InlineData("neoverse-n1")]
    [InlineData("x86-64-v3")]
    [InlineData("x86-64-v4")]
    public void HotLoopsAreTight(string target)
    {
        var loops = Loops(Layers(), target);
        foreach (var row in Table)
        {
            double least = target switch
            {
                "cortex-a53" or "cortex-a55" => row.InOrder,
                "x86-64-v3" => row.Avx2,
                "x86-64-v4" => row.Avx512,
                _ => row.OutOfOrder,
            };
            IsDense(loops, target, row.Family, least);
        }
    }

    /// <summary>The products of transformed tiles of 16-bit integers.</summary>
    [Theory]
    [InlineData("cortex-a53", 0.7)]
    [InlineData("cortex-a72", 0.75)]
    public void LoopsOfIntegerTilesAreTight(string target, double least)
    {
        var model = new OnnxModelBuilder();
        var data = new TestData(1);
        string zero = model.Constant(Tensors.Fill(ElementType.Int8, Shape.Scalar, 0), "zero");
        string Real(string bytes) => model.Node("DequantizeLinear", [bytes, model.Constant([], 0.01f), zero]);
        string w = model.Constant(Tensors.Make(ElementType.Int8, Shape.Of(256, 256, 3, 3), _ => data.Int(-50, 50)), "w");
        string x = Real(model.Node("QuantizeLinear", [model.Input("x", 1, 256, 7, 7), model.Constant([], 0.01f), zero]));
        model.Output(model.Node("Conv", [x, Real(w)], ("pads", new[] { 1, 1, 1, 1 })));
        IsDense(Loops(model, target), target, "gemm_s16lane", least);
    }

    private static HotLoop[] Loops(OnnxModelBuilder model, string target)
    {
        using var program = CompiledProgram.Of(model, target, keepSymbols: true);
        var loops = Disassembly.Of(program.Path, KernelClass).SelectMany(f => HotLoop.Of(f.Key[(f.Key.IndexOf(KernelClass, StringComparison.Ordinal) + KernelClass.Length)..], f.Value)).ToArray();
        foreach (var loop in loops)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{loop.Density:0.00}  {loop.MultiplyAdds,3} of {loop.Body.Length,3}  {loop.Function}");
            Assert.False(loop.Body.Any(i => i.IsCall), $"a call in {loop}");
            Assert.False(loop.Body.Any(i => i.UsesFrame), $"a spill in {loop}");
            Assert.False(loop.Body[..^1].Any(i => i.JumpTarget is not null), $"a branch in {loop}");
        }
        return loops;
    }

    private static void IsDense(HotLoop[] loops, string target, string name, double least)
    {
        var family = loops.Where(l => l.Function.StartsWith(name, StringComparison.Ordinal)).ToArray();
        Assert.True(family.Length > 0, $"{target}: no loop of {name}");
        Assert.True(family.Max(l => l.Density) >= least, $"{target}, {name}: the densest loop is below {least}:\n{family.MaxBy(l => l.Density)}");
    }

    // Pointwise, plain, strided and depthwise convolutions, a residual, and a product with one row.
    private static OnnxModelBuilder Layers()
    {
        var model = new OnnxModelBuilder();
        var data = new TestData(1);
        string x = Convolution(model.Input("x", 1, 3, 64, 64), 3, 32, 3, 2);
        string pointwise = Convolution(x, 32, 64, 1, 1);
        string wide = Convolution(Convolution(pointwise, 64, 64, 3, 1, groups: 64), 64, 256, 1, 1);
        string five = Convolution(wide, 256, 256, 5, 2, groups: 256);
        string sum = model.Node("Add", [Convolution(five, 256, 64, 1, 1), Convolution(pointwise, 64, 64, 3, 2)]);
        string plain = Convolution(Convolution(sum, 64, 64, 3, 1), 64, 96, 3, 2, groups: 1);
        string strided = Convolution(plain, 96, 96, 3, 2, groups: 96);
        string flat = model.Node("Flatten", [model.Node("GlobalAveragePool", [strided])]);
        model.Output(model.Node("Gemm", [flat, model.Constant(data.Weights([96, 40], 96), "w"), model.Constant(data.Floats([40]), "b")]));
        return model;

        string Convolution(string input, int channels, int outputs, int kernel, int stride, int groups = 1)
        {
            int pad = kernel / 2;
            string w = model.Constant(data.Weights([outputs, channels / groups, kernel, kernel], channels / groups * kernel * kernel), "w");
            var result = model.Node("Conv", [input, w, model.Constant(data.Floats([outputs]), "b")], ("kernel_shape", new[] { kernel, kernel }), ("strides", new[] { stride, stride }),
                ("pads", new[] { pad, pad, pad, pad }), ("group", groups));
            return model.Node("Relu", [result]);
        }
    }
}
