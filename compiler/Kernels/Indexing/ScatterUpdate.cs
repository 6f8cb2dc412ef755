using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Indexing;

/// <summary>How a scattered element meets the one that is there (scalar ISA).</summary>
internal static class ScatterUpdate
{
    /// <summary>Stores, adds, multiplies, or keeps the smaller or larger.</summary>
    public static void Emit(RoutineBuilder b, ScatterReduction reduction, Ptr to, Ptr update)
    {
        if (reduction == ScatterReduction.None)
        {
            b.CopyElement(to, update);
            return;
        }
        var op = reduction switch
        {
            ScatterReduction.Add => VectorOp.Add,
            ScatterReduction.Mul => VectorOp.Multiply,
            ScatterReduction.Min => VectorOp.Min,
            _ => VectorOp.Max,
        };
        FloatStorage.Store(b, to, b.Apply(op, FloatStorage.Load(b, to, "old"), FloatStorage.Load(b, update, "update"), "joined"));
    }
}
