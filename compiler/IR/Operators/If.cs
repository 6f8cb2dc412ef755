namespace CompileModel.IR.Operators;

/// <summary>
/// The results of one of two bodies, chosen by operand 0, a bool of one element. The further operands are what Then reads from outside, then what Else does. With a
/// condition that is known the body takes the place of the node. https://onnx.ai/onnx/operators/onnx__If.html
/// </summary>
/// <param name="Then">For true.</param>
/// <param name="Else">For false.</param>
public sealed record If(Graph Then, Graph Else) : BundleOperator
{
    /// <inheritdoc/>
    public override Stage Until => Stage.Fused;

    /// <inheritdoc/>
    public override IReadOnlyList<Bundle>? Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        var condition = Required(inputs, 0).AsTensor("the condition");
        InferenceContext.Check(condition.Shape.Count == 1, $"the condition must be one bool, got {condition.Type}");
        Bundle?[] then = [.. inputs.Skip(1).Take(Then.Inputs.Length)], @else = [.. inputs.Skip(1 + Then.Inputs.Length)];
        if (scope.Data(condition) is { } known) return known.AsLong(0) != 0 ? scope.Inline(Then, then) : scope.Inline(Else, @else);

        var (whenTrue, whenFalse) = (scope.Type(Then, then, [], quiet: false), scope.Type(Else, @else, [], quiet: false));
        if (whenTrue is null || whenFalse is null) return null;
        for (int i = 0; i < outputs; i++)
            if (!whenTrue.Results[i].Fits(whenFalse.Results[i]))
                throw new InferenceException(Diagnostics.DiagnosticCodes.UnknownShape, $"result {i} is {whenTrue.Results[i]} in one branch and {whenFalse.Results[i]} in the other, so the condition must be known at compile time",
                    "make what it depends on a constant, for an input with --fix-input");
        var values = scope.AddMany(new If(whenTrue.Graph, whenFalse.Graph), [condition, .. whenTrue.Operands, .. whenFalse.Operands], whenTrue.Graph.Outputs.Length);
        return TypedBody.Over(whenTrue.Results, values);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.CheckType(context[0].Element == ElementType.Bool, $"the condition must be a bool, got {context[0]}");
        Value[] inputs = [.. Then.Inputs, .. Else.Inputs];
        InferenceContext.Check(context.Inputs == 1 + inputs.Length, $"the bodies read {inputs.Length} values, got {context.Inputs - 1}");
        for (int i = 0; i < inputs.Length; i++) InferenceContext.Check(inputs[i].Type == context[1 + i], $"a body reads {inputs[i]}, got {context[1 + i]}");
        InferenceContext.Check(Then.Outputs.Select(o => o.Value.Type).SequenceEqual(Else.Outputs.Select(o => o.Value.Type)), "the bodies have results of different types");
        return [.. Then.Outputs.Select(o => o.Value.Type)];
    }
}
