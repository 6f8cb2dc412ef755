using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates every <see cref="ImportedForm"/> through its canonical operator.</summary>
public sealed class ImportedForms : IEvaluator<ImportedForm>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(ImportedForm op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs) =>
        Evaluators.Evaluate(op.Canonical(new InferenceContext([.. inputs.Select(t => t?.Type)], inputs, 1)), [inputs[0]], outputs);
}
