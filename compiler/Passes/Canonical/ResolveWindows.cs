using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Conv, MaxPool, AveragePool with automatic padding or defaults left out; ConvTranspose likewise, or with an output shape.</para>
/// <para>Becomes: the same with strides, dilations and pads as numbers.</para>
/// <para>Why: nobody else needs to know the rules of automatic padding.</para>
/// <para>Where: before everything that looks at windows.</para>
/// </summary>
public sealed class ResolveWindows : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        var resolved = op switch
        {
            Conv c => Resolve(c, at[0].Shape, at[1].Shape),
            ConvTranspose c => Resolve(c, at[0].Shape, at[1].Shape),
            MaxPool p => p.Window(at[0].Shape) is var w ? p with { Strides = w.Strides, Dilations = w.Dilations, Pads = w.Pads, AutoPad = AutoPad.NotSet } : p,
            AveragePool p => p.Window(at[0].Shape) is var w ? p with { Strides = w.Strides, Dilations = w.Dilations, Pads = w.Pads, AutoPad = AutoPad.NotSet } : p,
            _ => op,
        };
        return resolved.Equals(op) ? null : at.Add(resolved, at.Node.Inputs);
    }

    private static Conv Resolve(Conv op, Shape x, Shape weights)
    {
        var window = op.Window(x, weights);
        return op with { Strides = window.Strides, Dilations = window.Dilations, Pads = window.Pads, AutoPad = AutoPad.NotSet };
    }

    /// <summary>An output extent that the formula would not give is reached by output pads, so that pads and output pads decide alone.</summary>
    private static ConvTranspose Resolve(ConvTranspose op, Shape x, Shape weights)
    {
        var (window, size) = op.Resolve(x, weights);
        int n = size.Length;
        int[] pads = [.. window.Pads], extra = new int[n];
        for (int i = 0; i < n; i++)
        {
            int full = ((x[2 + i] - 1) * window.Strides[i]) + ((window.Kernel[i] - 1) * window.Dilations[i]) + 1;
            extra[i] = size[i] + pads[i] + pads[n + i] - full;
            if (extra[i] >= 0) continue;
            pads[n + i] -= extra[i];
            extra[i] = 0;
        }
        return new(window.Strides, window.Dilations, [.. pads], [.. extra], [], op.Groups, AutoPad.NotSet);
    }
}
