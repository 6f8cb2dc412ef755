using System.Collections.Immutable;
using CompileModel.Diagnostics;

namespace CompileModel.IR.Operators;

/// <summary>
/// The results of one of two bodies, chosen by operand 0, a bool of one element. The further operands are what Then reads from outside, then what Else does. With a
/// condition that is known the body takes the place of the node. https://onnx.ai/onnx/operators/onnx__If.html
/// </summary>
/// <param name="Then">For true.</param>
/// <param name="Else">For false.</param>
/// <param name="ThenObstacle">Why a run cannot take Then: it does not fit the types; empty when it does.</param>
/// <param name="ElseObstacle">Likewise for Else.</param>
public sealed record If(Graph Then, Graph Else, string ThenObstacle = "", string ElseObstacle = "") : BundleOperator
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

        DiagnosticBag thenProblems = new(), elseProblems = new();
        var (whenTrue, whenFalse) = (scope.Type(Then, then, [], thenProblems), scope.Type(Else, @else, [], elseProblems));
        if ((whenTrue ?? whenFalse) is not { } sound) return scope.Type(Then, then, []) is null ? null : throw new InternalCompilerException("a body has types the second time only");
        string thenObstacle = "", elseObstacle = "";
        if (whenTrue is null) (whenTrue, thenObstacle) = Obstructed(scope, sound, thenProblems, "holds");
        if (whenFalse is null) (whenFalse, elseObstacle) = Obstructed(scope, sound, elseProblems, "does not hold");
        for (int i = 0; i < outputs; i++)
            if (!whenTrue.Results[i].Fits(whenFalse.Results[i]))
                throw new InferenceException(DiagnosticCodes.UnknownShape, $"result {i} is {whenTrue.Results[i]} in one branch and {whenFalse.Results[i]} in the other, so the condition must be known at compile time",
                    "make what it depends on a constant, for an input with --fix-input");
        var values = scope.AddMany(new If(whenTrue.Graph, whenFalse.Graph, thenObstacle, elseObstacle), [condition, .. whenTrue.Operands, .. whenFalse.Operands], sound.Graph.Outputs.Length);
        return TypedBody.Over(sound.Results, values);
    }

    /// <summary>A branch that does not fit the types is no error as long as no run takes it.</summary>
    private static (TypedBody Body, string Obstacle) Obstructed(IBundleScope scope, TypedBody other, DiagnosticBag problems, string when)
    {
        var problem = problems.Items.First(p => p.Severity == Severity.Error);
        string reason = $"{problem.Location.Node}: {problem.Message}";
        scope.Warn(DiagnosticCodes.BranchLeftOut, $"a run in which the condition {when} ends with an error, since that branch does not fit the types of the operands: {reason}",
            "make what the condition depends on a constant, for an input with --fix-input");
        Value[] zeros = [.. other.Results.SelectMany(r => r.Values).Select((v, i) => new Value($"zero{i}", new(v.Element, Shape.Scalar)))];
        Value[] results = [.. other.Results.SelectMany(r => r.Values).Select((v, i) => new Value($"{i}", v.Type))];
        var graph = new Graph("none", Stage.Typed, [], results.Select((r, i) => new GraphOutput($"{i}", r)), results.Select((r, i) => new Node(new BroadcastTo([.. r.Shape.ToArray()]), [zeros[i]], [r], [])),
            zeros.ToImmutableDictionary(z => z, z => Tensor.Zeros(z.Element, Shape.Scalar)));
        return (new(graph, [], TypedBody.Over(other.Results, results)), reason);
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
