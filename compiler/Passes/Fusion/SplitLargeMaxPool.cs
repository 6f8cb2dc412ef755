using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Passes.Canonical;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// <para>Matches: a MaxPoolNhwc over a window of at least 25 taps with more than one row and column.</para>
/// <para>Becomes: a pooling over columns, then one over rows, when that takes fewer comparisons.</para>
/// <para>Why: the maximum is separable: 13 x 13 taps become 13 + 13. Results are the same, for padding never wins.</para>
/// <para>Where: after pads were folded into windows.</para>
/// </summary>
public sealed class SplitLargeMaxPool : RewritePass<MaxPoolNhwc>
{
    private const int MinTaps = 25;

    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, MaxPoolNhwc op)
    {
        int rows = op.Kernel[0], columns = op.Kernel[1];
        long height = at[0].Shape[1], result = at.Output.Shape[1];
        if (rows == 1 || columns == 1 || rows * columns < MinTaps || (height * columns) + (result * rows) >= result * rows * columns) return null;
        var across = new MaxPoolNhwc([1, columns], [1, op.Strides[1]], [1, op.Dilations[1]], [0, op.Pads[1], 0, op.Pads[3]]);
        var down = new MaxPoolNhwc([rows, 1], [op.Strides[0], 1], [op.Dilations[0], 1], [op.Pads[0], 0, op.Pads[2], 0]);
        return at.Add(down, at.Add(across, at[0]));
    }
}
