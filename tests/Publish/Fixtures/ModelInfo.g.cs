using System;
using CompileModel.Runtime;

namespace CompiledModel;

internal static class ModelInfo
{
    public const int Inputs = 2;
    public const int Outputs = 1;

    public static int Symbols => 0;
    public static int OutputExtents => 0;

    public static ReadOnlySpan<byte> SymbolName(int index) => default;

    public static int SymbolLow(int index) => 0;

    public static int SymbolHigh(int index) => 0;

    public static ReadOnlySpan<int> InputSymbols(int index) => default;

    public static ReadOnlySpan<int> OutputExtent(int index) => default;

    public static ReadOnlySpan<byte> Name => "fixture"u8;

    public static ReadOnlySpan<byte> Hash => "00ff"u8;

    public static ReadOnlySpan<byte> Target => "test"u8;

    public static ReadOnlySpan<byte> Options => "none"u8;

    public static ReadOnlySpan<byte> ToolVersion => "0.0.0"u8;

    public static ReadOnlySpan<byte> InputName(int index) => index == 0 ? "data"u8 : "bias"u8;

    public static TensorKind InputType(int index) => index == 0 ? TensorKind.Float32 : TensorKind.Int32;

    public static ReadOnlySpan<int> InputShape(int index)
    {
        switch (index)
        {
            case 0: return new int[] { 64, 16 };
            default: return new int[] { 64 };
        }
    }

    public static int StateOutput(int index) => -1;

    public static ReadOnlySpan<byte> OutputName(int index) => "out/sum:0"u8;

    public static TensorKind OutputType(int index) => TensorKind.Float32;

    public static ReadOnlySpan<int> OutputShape(int index) => new int[] { 1, 64 };

    public static ReadOnlySpan<byte> LayerName(int index) => index == 0 ? "scale"u8 : "sum"u8;

    public static ReadOnlySpan<byte> LayerKernel(int index) => index == 0 ? "scale_f32"u8 : "sum_f32"u8;

    public static long LayerMacs(int index) => 1024;
}
