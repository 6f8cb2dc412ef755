using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// A convolution by transformed tiles. Operands: x[N,H,W,C], float32 or int8, with its border and with what the last tiles read beyond it, transformed and packed
/// weights, bias[M] unless absent, epilogue operands; result [N,OH,OW,M].
/// </summary>
/// <param name="Geometry">tiles, blocks, groups</param>
/// <param name="HasBias">whether there is a bias operand</param>
/// <param name="Epilogue">applied to every sum; with x of int8, sums are rounded to int32 first</param>
/// <param name="InputZero">zero point of x of int8</param>
/// <param name="HasPlainDivisor">see <see cref="Elementwise.SumFacts.HasPlainDivisor"/></param>
public sealed record WinogradTemplate(WinogradGeometry Geometry, bool HasBias, Expression Epilogue, int InputZero = 0, bool HasPlainDivisor = false) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "winograd";

    // What a direct convolution would take: rates stay comparable.
    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * Geometry.Form.Kernel * Geometry.Form.Kernel * inputs[0].Dims[3];

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 || operand >= FirstExtra;

    // A residual is read at the very place where the result is written, right before it.
    /// <inheritdoc/>
    public override bool MayAlias(int input, int output) => input >= FirstExtra;

    private int FirstExtra => HasBias ? 3 : 2;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
        => new WinogradRoutine(Isa.ForProfile(target.Isas).Name, target, Geometry, HasBias, Epilogue, inputs[0], outputs[0], [.. inputs.Skip(FirstExtra)], InputZero, HasPlainDivisor);
}
