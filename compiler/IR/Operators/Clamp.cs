namespace CompileModel.IR.Operators;

/// <summary>min(max(x, Min), Max) for floats; NaN stays NaN. The canonical form of Clip with constant bounds.</summary>
/// <param name="Min">Lower bound; negative infinity for none.</param>
/// <param name="Max">Upper bound; positive infinity for none.</param>
public sealed record Clamp(float Min, float Max) : FloatUnaryOperator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;
}
