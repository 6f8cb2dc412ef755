using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise;

/// <summary>Operands of expressions as vectors of 32-bit lanes: float32 and int32 as they lie, int8 and uint8 widened to int32.</summary>
public static class WideVectors
{
    /// <summary>The type of the lanes for elements of a type.</summary>
    public static ElementType Lane(ElementType type) => type.IsByte() ? ElementType.Int32 : type;

    /// <summary>Smallest and largest value of int8 or uint8.</summary>
    public static (float Min, float Max) Range(ElementType type) => type == ElementType.Int8 ? (sbyte.MinValue, sbyte.MaxValue) : (byte.MinValue, byte.MaxValue);

    /// <summary>Vectors of the first <paramref name="count"/> elements, at most four times the lanes; touches no byte outside them.</summary>
    public static IReadOnlyList<Vec> Load(RoutineBuilder b, Ptr p, int count, string name = "x")
    {
        var lanes = b.Lanes(ElementType.Float32);
        return p.Type.IsByte() ? b.LoadBytes(p, count)
            : [.. Enumerable.Range(0, (count + lanes - 1) / lanes).Select(v => b.LoadPartial(p + v * lanes, Math.Min(lanes, count - v * lanes), name))];
    }

    /// <summary>One element in all lanes.</summary>
    public static Vec LoadBroadcast(RoutineBuilder b, Ptr p, string name = "s")
    {
        if (!p.Type.IsByte())
            return b.LoadBroadcast(p, name);
        Vec element = default;
        b.UseScalar(() => element = b.ConvertScalar(b.Load(p, "element"), ElementType.Int32, "element"));
        return b.Broadcast(element, name);
    }
}
