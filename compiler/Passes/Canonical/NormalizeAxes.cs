using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: an axis that counts from the end; a Transpose without permutation.</para>
/// <para>Becomes: the axis counted from the front; the permutation that reverses.</para>
/// <para>Why: later passes compare and compute with axes.</para>
/// <para>Where: before everything that looks at axes.</para>
/// </summary>
public sealed class NormalizeAxes : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        if (at.Node.Inputs is not [{ } x, ..]) return null;
        var normal = op switch
        {
            Transpose { Perm.Count: 0 } t => new Transpose(t.For(x.Shape.Rank)),
            AxisOperator { Axis: < 0 } a => a with { Axis = a.Axis + x.Shape.Rank },
            ArgOperator { Axis: < 0 } a => a with { Axis = a.Axis + x.Shape.Rank },
            Gather { Axis: < 0 } g => g with { Axis = g.Axis + x.Shape.Rank },
            Concat { Axis: < 0 } c => c with { Axis = c.Axis + x.Shape.Rank },
            _ => op,
        };
        return ReferenceEquals(normal, op) ? null : at.Add(normal, at.Node.Inputs);
    }
}
