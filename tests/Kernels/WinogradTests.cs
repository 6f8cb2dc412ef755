using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Winograd;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Convolutions by transformed tiles (WinogradTemplate) against the reference interpreter: tile edges, channel remainders, epilogues, many blocks; and the error of each form.</summary>
public sealed class WinogradTests
{
    private const double Tolerance = 2e-4;

    private static readonly Expression Clamped = Expression.Identity.Then(new Clamp(-0.5f, 0.5f)), Residual = Expression.Identity.Then(new Add()).Then(new Relu());

    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    public static TheoryData<int> Outputs => [.. WinogradForm.All.Select(f => f.Outputs)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void AgainstTheReference(string target)
    {
        var lanes = Isa.ForProfile(TargetProfiles.Load(target).Isas).Lanes(ElementType.Float32);
        var batch = new OperatorBatch(target);
        foreach (var form in WinogradForm.All)
        {
            for (var size = 1; size <= 2 * form.Outputs + 1; size++)
                Conv(batch, form, Clamped, [1, 1, 1, 1], 1, size, 2 * form.Outputs + 2 - size, 3, lanes, size % 2 == 0);
            for (var channels = 1; channels <= 2 * lanes + 1; channels += channels < 6 ? 1 : lanes / 2 - 1)
                Conv(batch, form, channels % 2 == 0 ? Residual : Clamped, [1, 1, 1, 1], 1, 5, 7, channels, 2 * lanes + 2 - channels, true);
            Conv(batch, form, Residual, [0, 0, 0, 0], 2, 9, 8, 4, 3 * lanes, true);
            Conv(batch, form, Expression.Identity, [2, 1, 0, 2], 3, 7, 7, 5, lanes + 1, false);
            Conv(batch, form, Residual, [1, 1, 1, 1], 1, 7 * form.Outputs, 5 * form.Outputs - 1, 2 * lanes, 5 * lanes + 2, true);
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void ManyBlocks(string target)
    {
        var batch = new OperatorBatch(target);
        Conv(batch, WinogradForm.All[4], Residual, [1, 1, 1, 1], 1, 50, 44, 128, 36, true);
        Conv(batch, WinogradForm.All[2], Clamped, [1, 1, 1, 1], 2, 13, 13, 256, 20, true);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void OperandsThatAreBroadcast(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var form in WinogradForm.All)
        {
            foreach (int[] extra in (int[][])[[1], [10], [7, 1], [6, 7, 1], [6, 1, 10], [2, 1, 1, 10], [1, 6, 7, 10], [2, 1, 1, 1]])
                Conv(batch, form, Residual, [1, 1, 1, 1], 2, 6, 7, 3, 10, true, extra);
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void ErrorStaysWithinTheBound(int outputs)
    {
        const int Channels = 512, Results = 8;
        var form = WinogradForm.All.Single(f => f.Outputs == outputs);
        var random = new Random(outputs);
        var t = form.Tile;
        double error = 0, norm = 0;
        for (var result = 0; result < Results; result++)
        {
            var products = new float[form.Places];
            var exact = new double[outputs * outputs];
            for (var channel = 0; channel < Channels; channel++)
            {
                float[] d = [.. Enumerable.Range(0, form.Places).Select(_ => (float)Math.Max(0, Normal(random)))], g = [.. Enumerable.Range(0, 9).Select(_ => (float)Normal(random))];
                for (var i = 0; i < exact.Length; i++)
                {
                    for (var k = 0; k < 9; k++)
                        exact[i] += (double)g[k] * d[(i / outputs + k / 3) * t + i % outputs + k % 3];
                }
                var u = form.TransformWeights([.. g.Select(w => (double)w)]);
                var v = BothAxes(d, t, t, (x, sink) => WinogradTransforms.Input(form, Arithmetic.Instance, x, sink));
                for (var p = 0; p < form.Places; p++)
                    products[p] = MathF.FusedMultiplyAdd((float)u[p], v[p], products[p]);
            }
            var y = BothAxes(products, t, outputs, (x, sink) => WinogradTransforms.Output(form, Arithmetic.Instance, x, outputs, sink));
            error += exact.Zip(y, (a, b) => (a - b) * (a - b)).Sum();
            norm += exact.Sum(a => a * a);
        }
        var relative = Math.Sqrt(error / norm);
        Assert.True(relative <= form.Error, $"{form}: {relative:E2} above {form.Error:E2}");
        Assert.True(relative >= form.Error / 8, $"{form}: {relative:E2}, the bound {form.Error:E2} is not tight");
        Assert.True(form.Error <= WinogradForm.DefaultErrorBound);
    }

    private static void Conv(OperatorBatch batch, WinogradForm form, Expression epilogue, Ints pads, int n, int h, int w, int c, int m, bool bias, int[]? extra = null)
    {
        int oh = h + pads[0] + pads[2] - 2, ow = w + pads[1] + pads[3] - 2;
        List<Tensor> inputs = [Samples.Floats(1, -1, 1, n, h, w, c), Samples.Floats(2, -0.5, 0.5, 3, 3, c, m)];
        if (bias)
            inputs.Add(Samples.Floats(3, -1, 1, m));
        if (epilogue.Operands > 1)
            inputs.Add(Samples.Floats(4, -1, 1, extra ?? [n, oh, ow, m]));
        batch.Add(new ConvNhwc([3, 3], [1, 1], [1, 1], pads, 1, epilogue), [.. inputs], Tolerance, parts: 3, constant: [1, 2], form: form);
    }

    private static float[] BothAxes(float[] x, int from, int to, Action<float[], Action<int, float>> axis)
    {
        var half = new float[to * from];
        for (var c = 0; c < from; c++)
            axis([.. Enumerable.Range(0, from).Select(r => x[r * from + c])], (r, value) => half[r * from + c] = value);
        var result = new float[to * to];
        for (var r = 0; r < to; r++)
            axis(half[(r * from)..((r + 1) * from)], (c, value) => result[r * to + c] = value);
        return result;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed class Arithmetic : IArithmetic<float>
    {
        public static readonly Arithmetic Instance = new();

        public float Add(float a, float b) => a + b;

        public float Subtract(float a, float b) => a - b;

        public float MultiplyAdd(float a, float b, double factor) => MathF.FusedMultiplyAdd(b, (float)factor, a);
    }
}
