namespace CompileModel.IR;

/// <summary>
/// An ONNX operator whose attributes and constant operands only say which canonical operator is applied to operand 0. Inference and
/// evaluation go through that operator; canonicalisation puts it in place.
/// </summary>
public abstract record ImportedForm : Operator
{
    /// <inheritdoc/>
    public sealed override Stage Until => Stage.Typed;

    /// <summary>The operator of one operand that stands for this one, given types and constants.</summary>
    /// <exception cref="InferenceException">Operands do not fit or are not constant.</exception>
    public abstract Operator Canonical(InferenceContext context);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<TensorType> Infer(InferenceContext context) => Canonical(context).Infer(new([context[0]], [context.Constant(0)], 1));
}
