using CompileModel.IR;
using CompileModel.Kernels.Depthwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Targets;

namespace CompileModel.Quantization;

/// <summary>What the kernels of a target gain from and scales of weights can give, when they grow a little.</summary>
/// <param name="Units">By the weights of a channel the units of them whose products are to be added in 16 bits, for products without taps; null for no goal.</param>
/// <param name="Taps">Taps of a depthwise convolution, likewise; 1 for no goal.</param>
/// <param name="Factors">Factors by which the results of a depthwise convolution are to be requantised; null for no goal.</param>
internal sealed record WeightGoals(Func<int, int>? Units = null, int Taps = 1, FactorScales? Factors = null)
{
    /// <summary>The goals for products on one grid whose results, but for bounds, go to another.</summary>
    /// <param name="target">The core; null for no goals.</param>
    /// <param name="input">The grid of the activation.</param>
    /// <param name="result">The grid of the results, if they become integers as they are.</param>
    public static WeightGoals Of(TargetProfile? target, TensorGrid input, TensorGrid? result)
    {
        if (target is null) return new();
        static int Signed(TensorGrid grid) => grid.Element == ElementType.UInt8 ? grid.Zero - 128 : grid.Zero;
        var factors = result is not null && DepthwiseFactors.AreWanted(target) ? new FactorScales(input.Scale, Signed(input), result.Scale, Signed(result)) : null;
        return new(run => ShortSums.Wanted(target, run), DepthwiseTaps.Wanted(target), factors);
    }
}
