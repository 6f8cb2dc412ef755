using CompileModel.IR;

namespace CompileModel.Kernels.Elementwise;

/// <summary>Sets of operand types that vector forms of operators are made for.</summary>
internal static class VectorTypes
{
    /// <summary>All float32, or all int32.</summary>
    public static bool SameNumber(IReadOnlyList<ElementType> types) => types.All(t => t == ElementType.Float32) || AllInt32(types);

    /// <summary>All int32.</summary>
    public static bool AllInt32(IReadOnlyList<ElementType> types) => types.All(t => t == ElementType.Int32);

    /// <summary>All results of comparisons.</summary>
    public static bool AllMasks(IReadOnlyList<ElementType> types) => types.All(t => t == ElementType.Bool);
}
