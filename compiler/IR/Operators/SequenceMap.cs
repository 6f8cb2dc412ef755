namespace CompileModel.IR.Operators;

/// <summary>
/// A body applied to each item of a sequence (operand 0) and the items at the same position of further sequences; tensors among the operands go to every
/// call. The results are sequences. https://onnx.ai/onnx/operators/onnx__SequenceMap.html
/// </summary>
/// <param name="Body">The body; its inputs are the operands, then what it reads from outside.</param>
/// <param name="Operands">Number of operands that are not captured.</param>
public sealed record SequenceMap(Graph Body, int Operands) : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle>? Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        int length = Required(inputs, 0).AsSequence("operand 0").Length;
        var results = Body.Outputs.Select(_ => new List<Bundle>()).ToArray();
        for (int i = 0; i < length; i++)
        {
            Bundle? Item(Bundle? operand, int k)
            {
                if (k >= Operands || operand is not Bundle.Sequence) return operand;
                InferenceContext.Check(operand.AsSequence("").Length == length, $"operand {k} is {operand}, operand 0 a sequence of {length}");
                return operand.AsSequence("")[i];
            }
            if (scope.Inline(Body, [.. inputs.Select(Item)]) is not { } items) return null;
            for (int k = 0; k < results.Length; k++) results[k].Add(items[k]);
        }
        return [.. results.Select(r => new Bundle.Sequence([.. r]))];
    }
}
