using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Regions;

/// <summary>Arithmetic on single floats that decides which elements of an image a region covers. Everything is written with the scalar ISA.</summary>
internal sealed class RegionScalars(RoutineBuilder b, ElementType type)
{
    /// <summary>A constant.</summary>
    public Vec Number(double value) => Scalar(() => b.Constant(type, value));

    /// <summary>An element of memory.</summary>
    public Vec Load(Ptr p, string name) => Scalar(() => FloatStorage.Load(b, p, name));

    /// <summary>An operation of two operands.</summary>
    public Vec Apply(VectorOp op, Vec x, Vec y, string name) => Scalar(() => b.Apply(op, x, y, name));

    /// <summary>An operation of one operand.</summary>
    public Vec Apply(VectorOp op, Vec x, string name) => Scalar(() => b.Apply(op, x, name));

    /// <summary>Where the condition holds x, else y.</summary>
    public Vec Select(Vec mask, Vec x, Vec y, string name) => Scalar(() => b.Select(mask, x, y, name));

    /// <summary>A counter as a float.</summary>
    public Vec Float(Int value, string name) => b.ToFloat(value, type, name);

    /// <summary>A float inside of an integer's range as an integer, towards zero.</summary>
    public Int Integer(Vec value, string name) => b.ToInteger(value, name);

    /// <summary>A float in all lanes of the surrounding code's vectors.</summary>
    public Vec Everywhere(Vec value, string name) => b.Broadcast(value, name);

    private Vec Scalar(Func<Vec> body)
    {
        Vec? result = null;
        b.UseScalar(() => result = body());
        return result!.Value;
    }
}
