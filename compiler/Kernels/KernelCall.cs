using CompileModel.IR;

namespace CompileModel.Kernels;

/// <summary>The one operator of the Lowered stage: a call of a kernel, whose operands are the node's.</summary>
/// <param name="Template">the kernel</param>
/// <param name="Results">types of the results, decided at lowering</param>
public sealed record KernelCall(KernelTemplate Template, params IReadOnlyList<TensorType> Results) : Operator
{
    /// <inheritdoc/>
    public override string Name => Template.Family;

    /// <inheritdoc/>
    public override Stage From => Stage.Fused;

    /// <inheritdoc/>
    public override Stage Until => Stage.Planned;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context) => Results;

    /// <inheritdoc/>
    public bool Equals(KernelCall? other) => other is not null && Template.Equals(other.Template) && Results.SequenceEqual(other.Results);

    /// <inheritdoc/>
    public override int GetHashCode() => Results.Aggregate(Template.GetHashCode(), HashCode.Combine);
}
