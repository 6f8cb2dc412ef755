using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels;
using CompileModel.Kernels.Conv;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Convolutions against plain loops: tile edges, groups, strides, dilations, views, epilogues.</summary>
public sealed class ConvTests
{
    private sealed record Case(int N, int H, int W, int C, int M, int KH, int KW, int S, int D, int G, bool Bias, bool Residual, bool View, int Vectors);

    public static TheoryData<string> Targets => [.. KernelBatch.RunnableTargets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void AgainstPlainLoops(string target)
    {
        var profile = TargetProfiles.Load(target);
        var lanes = Isa.ForProfile(profile.Isas).Lanes(ElementType.Float32);
        List<Case> cases =
        [
            .. Enumerable.Range(1, 2 * lanes + 1).Select(m => new Case(1, 3, 5, 6, m, 1, 1, 1, 1, 1, true, m % 2 == 0, false, 2)),
            .. Enumerable.Range(1, 27).Select(w => new Case(1, 2, w, 5, 2 * lanes, 1, 1, 1, 1, 1, w % 2 == 0, false, false, 2)),
            .. Enumerable.Range(1, 19).Select(c => new Case(1, 1, 7, c, lanes + 3, 1, 1, 1, 1, 1, false, true, c % 2 == 0, 3)),
            new(1, 9, 11, 3, 8, 3, 3, 2, 1, 1, true, false, false, 1),
            new(2, 7, 7, 4, 20, 3, 3, 1, 1, 1, true, true, false, 2),
            new(2, 12, 9, 5, 2 * lanes + 1, 5, 3, 1, 2, 1, true, false, true, 2),
            new(1, 12, 12, 8, 24, 3, 3, 1, 1, 4, true, true, false, 1),
            new(1, 10, 10, 6, 12, 3, 3, 2, 2, 3, false, false, true, 1),
            new(1, 6, 6, 2, 4, 2, 2, 1, 1, 2, true, false, true, 1),
            new(3, 4, 4, 16, 40, 1, 1, 2, 1, 1, true, true, true, 4),
            new(1, 40, 40, 3, 5, 1, 7, 1, 1, 1, true, false, false, 1),
        ];
        var batch = new KernelBatch(profile);
        var bound = cases.Select(c => (Case: c, Kernel: Bind(batch, c))).ToArray();
        foreach (var (c, kernel) in bound)
            Check(c, kernel, profile);
    }

    private static (int OH, int OW) Output(Case c) => ((c.H - (c.KH - 1) * c.D - 1) / c.S + 1, (c.W - (c.KW - 1) * c.D - 1) / c.S + 1);

    private static KernelCase Bind(KernelBatch batch, Case c)
    {
        var (oh, ow) = Output(c);
        Layout Place(int n, int h, int w, int ch) => c.View
            ? new Layout(ElementType.Float32, [n, h, w, ch], [(h + 1) * (w + 2) * (ch + 3), (w + 2) * (ch + 3), ch + 3, 1])
            : Layout.Dense(ElementType.Float32, [n, h, w, ch]);
        var packing = PanelPacking.Of(Isa.ForProfile(batch.Target.Isas), c.M / c.G, c.Vectors);
        var depth = c.KH * c.KW * c.C / c.G;
        var epilogue = c.Residual ? new Expression(2, [new Step(new Add(), [0, 1])]) : Expression.Identity;
        List<Layout> inputs = [Place(c.N, c.H, c.W, c.C), Layout.Dense(ElementType.Float32, [c.G, packing.Floats(depth)])];
        if (c.Bias)
            inputs.Add(Layout.Dense(ElementType.Float32, [c.G, packing.PaddedColumns]));
        if (c.Residual)
            inputs.Add(Place(c.N, oh, ow, c.M));
        var template = new ConvTemplate([c.KH, c.KW], [c.S, c.S], [c.D, c.D], c.G, c.Bias, c.Vectors, epilogue);
        return batch.Add(template, inputs, Place(c.N, oh, ow, c.M));
    }

    private static void Check(Case c, KernelCase kernel, TargetProfile target)
    {
        var random = new Random(c.GetHashCode());
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
        var (oh, ow) = Output(c);
        var (cg, mg) = (c.C / c.G, c.M / c.G);
        var packing = PanelPacking.Of(Isa.ForProfile(target.Isas), mg, c.Vectors);
        float[] x = Values(c.N * c.H * c.W * c.C), w = Values(c.KH * c.KW * cg * c.M), bias = Values(c.M), residual = Values(c.N * oh * ow * c.M);
        List<float[]> inputs = [x, packing.Pack(c.G, c.KH * c.KW * cg, (g, k, n) => w[k * c.M + g * mg + n]).Span<float>().ToArray()];
        if (c.Bias)
            inputs.Add(packing.PackBias(c.G, bias).Span<float>().ToArray());
        if (c.Residual)
            inputs.Add(residual);
        var actual = (float[])kernel.Run([.. inputs], parts: 3)[0];
        for (var i = 0; i < actual.Length; i++)
        {
            var (m, p) = (i % c.M, i / c.M);
            var (q, y, n) = (p % ow, p / ow % oh, p / ow / oh);
            double sum = (c.Bias ? bias[m] : 0) + (c.Residual ? residual[i] : 0);
            for (var kh = 0; kh < c.KH; kh++)
            {
                for (var kw = 0; kw < c.KW; kw++)
                {
                    for (var ch = 0; ch < cg; ch++)
                        sum += x[((n * c.H + y * c.S + kh * c.D) * c.W + q * c.S + kw * c.D) * c.C + m / mg * cg + ch] * (double)w[((kh * c.KW + kw) * cg + ch) * c.M + m];
                }
            }
            Assert.True(Math.Abs(sum - actual[i]) <= 1e-5 * (1 + Math.Abs(sum)), $"{c} {target.Name} at {i}: {actual[i]}, expected {sum}");
        }
    }
}
