using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>Cast&lt;f32&gt;(Cast&lt;T&gt;(x))</c> where x is the float32 result of <c>QuantizeToGrid</c> within the range of the integer type T; data movement and MaxPool
/// between the two casts.</para>
/// <para>Becomes: x; movement of x.</para>
/// <para>Why: x holds whole numbers that T holds, so that the casts change nothing; what quantises stays in the epilogue of a kernel and in registers.</para>
/// <para>Where: after quantised operators are expanded.</para>
/// </summary>
public sealed class BypassStorageCasts : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op) => op switch
    {
        Cast { To: ElementType.Float32 } => Stored(at, at[0]),
        ReshapeTo or Transpose or SliceStatic or BroadcastTo or TileStatic or MaxPool or Concat when at.Graph.Users(at.Output).Any(IsReader) => Moved(at, op),
        _ => null,
    };

    private static bool IsReader(Node node) => node.Operator is Cast { To: ElementType.Float32 } or ReshapeTo or Transpose or SliceStatic or BroadcastTo or TileStatic or MaxPool or Concat;

    private static Value? Moved(Match at, Operator op)
    {
        Value?[] sources = [.. at.Node.Inputs.Select(v => v is null ? null : Stored(at, v))];
        return sources.Length == 0 || sources.Any(s => s is null) ? null : at.Add(new Cast(at.Output.Element), at.Add(op, sources));
    }

    /// <summary>The float32 value that an integer one was cast from without loss, or null.</summary>
    private static Value? Stored(Match at, Value value) =>
        at.Producer<Cast>(value) is { } cast && cast.Input(0).Element == ElementType.Float32 && IsWhole(at, cast.Input(0), value.Element) ? cast.Input(0) : null;

    private static bool IsWhole(Match at, Value value, ElementType type) => at.Graph.Producer(value) switch
    {
        { Operator: QuantizeToGrid grid } => (type.IsInteger() || type.IsNarrowInteger()) && (Int128)grid.Min >= type.Range().Low && (Int128)grid.Max <= type.Range().High,
        { Operator: ReshapeTo or Transpose or SliceStatic or BroadcastTo or TileStatic or MaxPool or Concat } node => node.PresentInputs.All(v => IsWhole(at, v, type)),
        _ => false,
    };
}
