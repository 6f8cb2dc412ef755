using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Types and shapes as text: <c>f32[1,3,224,224]</c>.</summary>
internal static class TensorText
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ReadOnlySpan<byte> TypeName(TensorKind kind) => kind switch
    {
        TensorKind.Float32 => "f32"u8,
        TensorKind.UInt8 => "u8"u8,
        TensorKind.Int8 => "i8"u8,
        TensorKind.UInt16 => "u16"u8,
        TensorKind.Int16 => "i16"u8,
        TensorKind.Int32 => "i32"u8,
        TensorKind.Int64 => "i64"u8,
        TensorKind.Bool => "bool"u8,
        TensorKind.Float16 => "f16"u8,
        TensorKind.Float64 => "f64"u8,
        TensorKind.UInt32 => "u32"u8,
        TensorKind.UInt64 => "u64"u8,
        TensorKind.BFloat16 => "bf16"u8,
        _ => "string"u8,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Line Shape(this Line line, ReadOnlySpan<int> shape)
    {
        line.Character('[');
        for (int i = 0; i < shape.Length; i++)
        {
            if (i > 0)
                line.Character(',');
            line.Number(shape[i]);
        }

        return line.Character(']');
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Line Tensor(this Line line, TensorKind kind, ReadOnlySpan<int> shape) => line.Text(TypeName(kind)).Shape(shape);
}
