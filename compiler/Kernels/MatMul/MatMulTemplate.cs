using CompileModel.IR;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.MatMul;

/// <summary>
/// Matrix product a[...,M,K] * b, b packed in panels (at compile time, or by <see cref="PackTemplate"/> before). One row is a matrix-vector product that
/// streams the weights once. Operands: a, packed b, bias (padded) unless absent, epilogue operands; result [...,M,N].
/// </summary>
/// <param name="BatchB">batch dimensions of b, outermost first</param>
/// <param name="HasBias">whether there is a bias operand</param>
/// <param name="Vectors">vectors of a panel of b</param>
/// <param name="Epilogue">applied to every sum</param>
/// <param name="Arithmetic">how factors are multiplied; of float32 when left out</param>
/// <param name="PanelSums">see <see cref="GemmNest.PanelSums"/></param>
/// <param name="Sums">what is known of sums of integers</param>
public sealed record MatMulTemplate(Ints BatchB, bool HasBias, int Vectors, Expression Epilogue, ProductArithmetic? Arithmetic = null, Ints PanelSums = default, SumFacts Sums = default) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "matmul";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * inputs[0].Dims[inputs[0].Rank - 1];

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 || operand >= FirstExtra;

    // A residual is read at the very place where the result is written, by the same micro-kernel call and before it.
    /// <inheritdoc/>
    public override bool MayAlias(int input, int output) => input >= FirstExtra;

    private int FirstExtra => HasBias ? 3 : 2;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (a, c) = (inputs[0], outputs[0]);
        var extras = inputs.Skip(FirstExtra).ToArray();
        var (columns, depth) = (c.Dims[c.Rank - 1], a.Dims[a.Rank - 1]);
        var isa = Isa.ForProfile(target.Isas);
        var types = GemmTypes.Of(Arithmetic ?? ProductArithmetic.Floats(isa), extras, c, Sums);
        var packing = PanelPacking.Of(isa, columns, Vectors);
        var rowDims = c.Dims.Take(c.Rank - 1).ToArray();

        // Batch dimensions of b step through whole packed matrices; the row dimension of a stays within one.
        var batch = new int[c.Rank - 1];
        var step = packing.Floats(depth);
        for (var i = 0; i < BatchB.Count; i++)
        {
            var own = BatchB.Count - 1 - i;
            var d = c.Rank - 3 - i;
            batch[d] = BatchB[own] == 1 ? 0 : step;
            step *= BatchB[own];
        }
        var rows = GemmRows.Merge(rowDims,
        [
            ExtraOperands.RowStrides(a, c),
            [.. c.Strides.Take(c.Rank - 1)],
            batch,
            .. extras.Select(e => ExtraOperands.RowStrides(e, c)),
        ]);
        if (rows.InnerStride(2) != 0)
            rows = new GemmRows([.. rows.Extents, 1], [.. rows.Strides.Select(s => new Ints([.. s, 0]))]);
        var nest = GemmNest.Create(target, rows, columns, depth, [1, 1], [0, 0], 1, 0, HasBias, ExtraOperands.Kinds(extras, rows, 3), Epilogue, packing, types) with { PanelSums = PanelSums };
        return new GemmRoutine("matmul", $"Matrix product {a.Dims} by [{depth},{columns}]: {c.Dims}", isa.Name, [new(nest, 0, 0, new Ints(new int[1 + extras.Length]))]);
    }
}
