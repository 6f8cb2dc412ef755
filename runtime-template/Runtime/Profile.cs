using System;
using System.Runtime.CompilerServices;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>A line a layer: its name, kernel, multiply-accumulates, time for one inference, share of the whole, and GFLOP/s (two a MAC).</summary>
internal static unsafe class Profile
{
    private const int MaxNameWidth = 48;

    public static void Print(long* ticks, int runs)
    {
        int nameWidth = 5;
        int kernelWidth = 6;
        long total = 0;
        long macs = 0;
        int layers = Model.Layers;
        for (int i = 0; i < layers; i++)
        {
            nameWidth = Math.Max(nameWidth, Math.Min(ModelInfo.LayerName(i).Length, MaxNameWidth));
            kernelWidth = Math.Max(kernelWidth, ModelInfo.LayerKernel(i).Length);
            total += ticks[i];
            macs += ModelInfo.LayerMacs(i);
        }

        int kernel = nameWidth + 2;
        int right = kernel + kernelWidth;
        Line line = new Line(1).Text("layer"u8).Column(kernel).Text("kernel"u8).Column(right + 9).Text("MACs"u8).Column(right + 22).Text("us"u8);
        line.Column(right + 30).Text("share"u8).Column(right + 40).Text("GFLOP/s"u8).End();
        for (int i = 0; i < layers; i++)
            Row(ModelInfo.LayerName(i), ModelInfo.LayerKernel(i), ModelInfo.LayerMacs(i), ticks[i], total, runs, kernel, right);
        Row("total"u8, default, macs, total, total, runs, kernel, right);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Row(ReadOnlySpan<byte> name, ReadOnlySpan<byte> kernel, long macs, long ticks, long total, int runs, int kernelColumn, int right)
    {
        Line line = new(1);
        line.Text(name.Length > MaxNameWidth ? name.Slice(0, MaxNameWidth) : name).Column(kernelColumn).Text(kernel);
        Right(line, right + 13, macs < 0 ? 0 : macs).Number(macs);
        double microseconds = ticks / 1e3 / runs;
        Right(line, right + 22, (long)microseconds).Fixed(microseconds, 1);
        double share = total == 0 ? 0 : 100.0 * ticks / total;
        Right(line, right + 32, (long)share).Fixed(share, 1).Character('%');
        double rate = ticks == 0 ? 0 : 2.0 * macs * runs / ticks;
        Right(line, right + 44, (long)rate).Fixed(rate, 2).End();
    }

    /// <summary>Moves on so that the digits of a whole number end at a column.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Line Right(Line line, int column, long number)
    {
        int width = 1;
        for (; number >= 10; number /= 10)
            width++;
        return line.Column(column - width);
    }
}
