namespace CompileModel.IR;

/// <summary>
/// What a node computes. A derived record carries the ONNX name; its positional parameters are the attributes, after defaults of the model's
/// opset were filled in. Records are value-equal, so two nodes with equal operators and operands compute the same.
/// </summary>
public abstract record Operator
{
    /// <summary>Name in the textual IR and in messages.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>First stage that may contain the operator.</summary>
    public virtual Stage From => Stage.Imported;

    /// <summary>Last stage that may contain the operator.</summary>
    public virtual Stage Until => Stage.Fused;

    /// <summary>Infers the types of the results. Reports through the context what does not fit.</summary>
    /// <returns>One type for each result, in order.</returns>
    /// <exception cref="InferenceException">Types or shapes do not fit, or a needed constant is not known.</exception>
    public abstract IReadOnlyList<TensorType> Infer(InferenceContext context);
}
