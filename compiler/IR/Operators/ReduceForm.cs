namespace CompileModel.IR.Operators;

/// <summary>What the ONNX reductions have in common: operand 1, when there, holds the axes; none mean all, unless <paramref name="NoopWithEmptyAxes"/>.</summary>
/// <param name="Kind">How elements are reduced.</param>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
/// <param name="NoopWithEmptyAxes">Whether no axes mean no reduction.</param>
public abstract record ReduceForm(Reduction Kind, bool KeepDims, bool NoopWithEmptyAxes) : ImportedForm
{
    /// <inheritdoc/>
    public sealed override Operator Canonical(InferenceContext context)
    {
        var x = context[0].Shape;
        int[] axes = context.Has(1) ? [.. context.RequireConstant(1, "the list of axes").ToLongs().Select(a => InferenceContext.Axis(a, x.Rank)).Distinct().Order()] : [];
        if (axes.Length == 0 && NoopWithEmptyAxes) return new ReshapeTo([.. x.ToArray()]);
        return new Reduce(Kind, axes.Length == 0 ? Ints.Range(x.Rank) : [.. axes], KeepDims);
    }
}
