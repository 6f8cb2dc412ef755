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
        TensorKind.Float8E4M3FN => "f8e4m3fn"u8,
        TensorKind.Float8E4M3FNUZ => "f8e4m3fnuz"u8,
        TensorKind.Float8E5M2 => "f8e5m2"u8,
        TensorKind.Float8E5M2FNUZ => "f8e5m2fnuz"u8,
        TensorKind.UInt4 => "u4"u8,
        TensorKind.Int4 => "i4"u8,
        TensorKind.Float4E2M1 => "f4e2m1"u8,
        TensorKind.Float8E8M0 => "f8e8m0"u8,
        TensorKind.UInt2 => "u2"u8,
        TensorKind.Int2 => "i2"u8,
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
