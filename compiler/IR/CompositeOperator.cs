namespace CompileModel.IR;

/// <summary>
/// An ONNX operator that is defined by others: the function body of the standard, written for known shapes. Inference and evaluation go through the formula;
/// canonicalisation puts it in place.
/// </summary>
public abstract record CompositeOperator : Operator
{
    /// <inheritdoc/>
    public sealed override Stage Until => Stage.Typed;

    /// <summary>Writes what the operator computes.</summary>
    /// <param name="f">Takes the nodes.</param>
    /// <param name="inputs">Operands; null where one is left out.</param>
    /// <param name="outputs">Number of results that the node has.</param>
    /// <returns>The results, as many as the operator can give; at least <paramref name="outputs"/>.</returns>
    /// <exception cref="InferenceException">Operands do not fit.</exception>
    public abstract IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        Value?[] inputs = [.. Enumerable.Range(0, context.Inputs).Select(i => context.Has(i) ? new Value($"in{i}", context[i]) : null)];
        return [.. Expand(new Formula(v => Array.IndexOf(inputs, v) is >= 0 and var i ? context.Constant(i) : null), inputs, context.Outputs).Take(context.Outputs).Select(v => v.Type)];
    }

    /// <summary>Operand <paramref name="index"/>, which must be there.</summary>
    protected static Value Required(IReadOnlyList<Value?> inputs, int index) =>
        index < inputs.Count && inputs[index] is { } value ? value : throw new InferenceException(Diagnostics.DiagnosticCodes.BadArity, $"operand {index} is missing");

    /// <summary>Operand <paramref name="index"/>, or null when it is left out.</summary>
    protected static Value? Optional(IReadOnlyList<Value?> inputs, int index) => index < inputs.Count ? inputs[index] : null;
}
