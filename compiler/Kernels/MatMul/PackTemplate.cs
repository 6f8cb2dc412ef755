using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.MatMul;

/// <summary>Packs matrices b[...,K,N] (or b[...,N,K]) that are known at run time only into the panels that the micro-kernel reads.</summary>
/// <param name="TransposeB">b is stored as [...,N,K]</param>
/// <param name="Vectors">vectors of a panel</param>
public sealed record PackTemplate(bool TransposeB, int Vectors) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "pack";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0;

    /// <summary>Type of the result: one packed matrix for each of b's.</summary>
    public static TensorType Result(PanelPacking packing, int batches, int depth) => new(ElementType.Float32, Shape.Of(batches, packing.Floats(depth)));

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var b = inputs[0];
        var (rows, columns) = (b.Rank - 2, b.Rank - 1);
        if (TransposeB)
            (rows, columns) = (columns, rows);
        var isa = Isa.ForProfile(target.Isas);
        return new PackRoutine(isa.Name, PanelPacking.Of(isa, b.Dims[columns], Vectors), b.Dims[rows], b.Strides[rows], b.Strides[columns],
            [.. b.Dims.Take(b.Rank - 2)], [.. b.Strides.Take(b.Rank - 2)]);
    }
}
