using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Conv, ConvTranspose, MaxPool, AveragePool with one spatial axis.</para>
/// <para>Becomes: the same with two, the first of extent 1, between changes of shape.</para>
/// <para>Why: one family of kernels serves both.</para>
/// <para>Where: after windows are resolved.</para>
/// </summary>
public sealed class LiftTo2D : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        if (at.Node.Inputs is not [{ Shape.Rank: 3 } x, ..]) return null;
        Operator? lifted = op switch
        {
            Conv c => c with { Strides = Front(c.Strides, 1), Dilations = Front(c.Dilations, 1), Pads = Pads(c.Pads) },
            ConvTranspose c => c with { Strides = Front(c.Strides, 1), Dilations = Front(c.Dilations, 1), Pads = Pads(c.Pads), OutputPads = Front(c.OutputPads, 0) },
            MaxPool p => p with { Kernel = Front(p.Kernel, 1), Strides = Front(p.Strides, 1), Dilations = Front(p.Dilations, 1), Pads = Pads(p.Pads) },
            AveragePool p => p with { Kernel = Front(p.Kernel, 1), Strides = Front(p.Strides, 1), Dilations = Front(p.Dilations, 1), Pads = Pads(p.Pads) },
            _ => null,
        };
        if (lifted is null) return null;
        var inputs = at.Node.Inputs.SetItem(0, Lift(at, x));
        if (inputs.Length > 1) inputs = inputs.SetItem(1, Lift(at, at[1]));
        return at.Reshape(at.Add(lifted, inputs), at.Output.Shape.ToArray());
    }

    private static Value Lift(Match at, Value x) => at.Reshape(x, x.Shape[0], x.Shape[1], 1, x.Shape[2]);

    private static Ints Front(Ints one, int value) => [value, one[0]];

    private static Ints Pads(Ints two) => [0, two[0], 0, two[1]];
}
