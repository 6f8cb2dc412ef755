using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Winograd;

/// <summary>Arithmetic that is written as code; a value is one vector, or several neighboring ones whose operations are interleaved.</summary>
internal sealed class VectorArithmetic(RoutineBuilder b) : IArithmetic<Vec[]>
{
    /// <inheritdoc/>
    public Vec[] Add(Vec[] left, Vec[] right) => Each(left, right, (x, y) => b.Add(x, y));

    /// <inheritdoc/>
    public Vec[] Subtract(Vec[] left, Vec[] right) => Each(left, right, (x, y) => b.Sub(x, y));

    /// <inheritdoc/>
    public Vec[] MultiplyAdd(Vec[] sum, Vec[] value, double factor) => factor switch
    {
        1 => Add(sum, value),
        -1 => Subtract(sum, value),
        < 0 => Each(sum, value, (s, v) => b.Fnma(v, Factor(-factor), s)),
        _ => Each(sum, value, (s, v) => b.Fma(v, Factor(factor), s)),
    };

    private Vec Factor(double value) => b.Constant(ElementType.Float32, value);

    private static Vec[] Each(Vec[] left, Vec[] right, Func<Vec, Vec, Vec> operation) => [.. left.Zip(right, operation)];
}
