namespace CompileModel.IR.Operators;

/// <summary>Alpha * x + Beta for floats: an activation of recurrent networks, and a part of the scaled tanh.</summary>
/// <param name="Alpha">The factor.</param>
/// <param name="Beta">What is added.</param>
public sealed record Affine(float Alpha, float Beta) : FloatUnaryOperator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;
}
