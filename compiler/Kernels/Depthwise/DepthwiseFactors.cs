using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Factors of 16 bits by which sums of a few products are multiplied where they go from 16 to 32 bits (SMLAL in the place of SADDW, which costs the same): the sums are then requantised but for
/// a shift. Where cores issue in program order that saves most of the epilogue; where they do not, multiplications are what they wait for.
/// </summary>
/// <param name="Shift">see <see cref="IntegerFactor"/></param>
/// <param name="Channels">of each channel</param>
public sealed record DepthwiseFactors(int Shift, IReadOnlyList<IntegerFactor> Channels)
{
    /// <summary>Whether a target gains from them.</summary>
    public static bool AreWanted(TargetProfile target) => target.Issue.InOrder && Isa.ForProfile(target.Isas).HasWideProducts && !target.Has("dotprod");

    /// <summary>The factors of a layer, or null where they cannot be proven for all channels.</summary>
    /// <param name="c">the node</param>
    /// <param name="epilogue">of the convolution; one factor for each channel or for all, to int8</param>
    /// <param name="bias">of each channel, with what the zero point of x adds</param>
    /// <param name="weights">those of a channel</param>
    public static DepthwiseFactors? Of(LoweringContext c, Expression epilogue, int[] bias, Func<int, IEnumerable<int>> weights)
    {
        if (!AreWanted(c.Target) || c.OutputType().Element != ElementType.Int8 || epilogue.Operands != 2 || epilogue.Steps.Count != 3 || epilogue.Steps[0] is not { Operator: Cast { To: ElementType.Float32 } } cast
            || epilogue.Steps[1] is not { Operator: QuantizeToGrid { IsFactor: true, Min: sbyte.MinValue, Max: sbyte.MaxValue } grid } scaled || !QuantizeToGrid.Ends(epilogue))
            return null;
        if (cast.Args[0] != 0 || scaled.Args[0] != 2 || scaled.Args[1] != 1 || c.Constant(FusedOperator.FirstExtra) is not { Element: ElementType.Float32 } factors || (factors.Count != 1 && factors.Count != bias.Length))
            return null;
        for (var shift = IntegerFactor.MostShift; shift >= IntegerFactor.LeastShift; shift--)
        {
            var channels = Enumerable.Range(0, bias.Length).Select(i => Of(weights(i), bias[i], factors.Span<float>()[factors.Count == 1 ? 0 : i], (int)grid.Zero, shift)).TakeWhile(f => f is not null).Select(f => f!.Value).ToArray();
            if (channels.Length == bias.Length)
                return new(shift, channels);
        }
        return null;
    }

    /// <summary>The factor of one channel, or null where it cannot be proven.</summary>
    /// <param name="weights">of int8</param>
    /// <param name="bias">with what the zero point of x adds</param>
    /// <param name="factor">of float32</param>
    /// <param name="zero">zero point of the result</param>
    /// <param name="shift">see <see cref="IntegerFactor"/></param>
    public static IntegerFactor? Of(IEnumerable<int> weights, int bias, float factor, int zero, int shift)
    {
        var (lowest, highest) = (0, 0);
        foreach (var w in weights)
        {
            highest += w > 0 ? 127 * w : -128 * w;
            lowest -= w > 0 ? 128 * w : -127 * w;
        }
        return IntegerFactor.Of(lowest, highest, bias, factor, zero, shift);
    }
}
