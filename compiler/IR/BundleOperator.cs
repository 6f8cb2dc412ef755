namespace CompileModel.IR;

/// <summary>
/// An operator that takes or gives sequences and optionals, or has bodies. It is gone once types are known: it says what its results are by tensors and
/// by nodes that compute them.
/// </summary>
public abstract record BundleOperator : Operator
{
    /// <inheritdoc/>
    public override Stage Until => Stage.Imported;

    /// <summary>Says what the results are.</summary>
    /// <param name="scope">Where nodes and constants are added, and bodies are put in place.</param>
    /// <param name="inputs">Operands; null where one is left out.</param>
    /// <param name="outputs">Number of results that the node has.</param>
    /// <returns>The results, at least <paramref name="outputs"/>; null when a body has errors, which have been reported.</returns>
    /// <exception cref="InferenceException">Operands do not fit, or something is not known at compile time that must be.</exception>
    public abstract IReadOnlyList<Bundle>? Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs);

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context) =>
        throw new Diagnostics.InternalCompilerException($"{Name} is resolved while types are inferred and has none of its own");

    /// <summary>Operand <paramref name="index"/>, which must be there.</summary>
    protected Bundle Required(IReadOnlyList<Bundle?> inputs, int index) =>
        Given(inputs, index) ?? throw new InferenceException(Diagnostics.DiagnosticCodes.BadArity, $"operand {index} is missing");

    /// <summary>Operand <paramref name="index"/>, or null when it is left out.</summary>
    protected static Bundle? Given(IReadOnlyList<Bundle?> inputs, int index) => index < inputs.Count ? inputs[index] : null;

    /// <summary>An integer operand that the structure of the results depends on, or null when it is left out.</summary>
    /// <exception cref="InferenceException">It is not known at compile time, or is not one number.</exception>
    protected static long? Number(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int index, string what)
    {
        if (Given(inputs, index) is not { } operand) return null;
        var data = scope.Data(operand.AsTensor(what)) ?? throw new InferenceException(Diagnostics.DiagnosticCodes.UnknownShape, $"{what} (operand {index}) must be known at compile time",
            "sequences are resolved by the compiler; export the model with a constant here");
        InferenceContext.Check(data.Count == 1, $"{what} must be one number, got {data.Type}");
        return data.AsLong(0);
    }
}
