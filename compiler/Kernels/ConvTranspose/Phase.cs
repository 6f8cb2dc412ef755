namespace CompileModel.Kernels.ConvTranspose;

/// <summary>
/// The output positions of one axis that are equal modulo the stride. Output FirstOutput + i*stride is the sum over t &lt; Taps of
/// input[FirstInput + i + t*InputStep] * weight[FirstTap + t*TapStep], inputs counted with the border.
/// </summary>
/// <param name="FirstOutput">first position</param>
/// <param name="FirstInput">input of the first tap at the first position, border included</param>
/// <param name="InputStep">distance of inputs of neighboring taps</param>
/// <param name="FirstTap">index of the kernel tap that belongs to the first input</param>
/// <param name="TapStep">distance of taps in the kernel; negative, the kernel is read backwards</param>
/// <param name="Taps">taps that reach the phase; a phase that none reaches has one tap of weight 0, FirstTap is then -1</param>
public sealed record Phase(int FirstOutput, int FirstInput, int InputStep, int FirstTap, int TapStep, int Taps)
{
    /// <summary>Positions of the phase.</summary>
    public int Count(int output, int stride) => FirstOutput >= output ? 0 : (output - 1 - FirstOutput) / stride + 1;
}
