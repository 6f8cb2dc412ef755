using CompileModel.Diagnostics;

namespace CompileModel.IR.Operators;

/// <summary>
/// A body computed at most as often as operand 0 says and as long as a condition (operand 1, later the body's first result) holds; both may be left out. The further operands are the states and what the
/// body reads from outside. Trips whose number is known are unrolled when there are few, or when states are sequences or change their shapes; all others become
/// <see cref="Iterate"/>. https://onnx.ai/onnx/operators/onnx__Loop.html
/// </summary>
/// <param name="Body">Takes the number of the trip, the condition, the states; gives the condition, the states, and slices of further results.</param>
/// <param name="States">Number of states.</param>
public sealed record Loop(Graph Body, int States) : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle>? Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        Value? limit = Given(inputs, 0)?.AsTensor("the trip count"), condition = Given(inputs, 1)?.AsTensor("the condition");
        InferenceContext.Check((limit?.Shape.Count ?? 1) == 1 && (condition?.Shape.Count ?? 1) == 1, "the trip count and the condition must be one number each");
        long? trips = limit is null ? long.MaxValue : scope.Data(limit)?.AsLong(0);
        bool? goes = condition is null ? true : scope.Data(condition) is { } known ? known.AsLong(0) != 0 : null;
        Bundle?[] states = [.. inputs.Skip(2).Take(States)], outer = [.. inputs.Skip(2 + States)];
        bool areTensors = states.All(s => s is Bundle.One), isKnown = trips is not null && goes is not null;
        if (isKnown && (goes == false || !areTensors)) return Unroll(scope, goes == true ? trips!.Value : 0, states, outer);

        if (!areTensors) throw new InferenceException(DiagnosticCodes.UnknownShape, "a loop over sequences must have a trip count and a condition that are known at compile time",
            "export the model with a constant trip count");
        var body = TypeBody(scope, goes, states, outer, isKnown ? new() : null);
        bool areFew = isKnown && trips <= Unrolling.Few(Body) && (body is null || !IsChecked(body));
        if (!areFew && body is not null && IsClosed(body, states) && (!isKnown || MayKeep(body, trips, goes))) return Keep(scope, body, limit, condition, trips, goes, states);
        if (isKnown)
        {
            try
            {
                return Unroll(scope, trips!.Value, states, outer);
            }
            catch (InferenceException e) when (e.Code == DiagnosticCodes.UnknownShape && body is not null && IsClosed(body, states))
            {
                // The condition depends on the run, and with it the extents of what is collected; the copies are read by nobody.
                return Keep(scope, body, limit, condition, trips, goes, states);
            }
        }
        if (body is null) return null;
        throw new InferenceException(DiagnosticCodes.ShapeMismatch, $"the states change their types from ({string.Join(", ", states.Select(s => s?.ToString()))}) to ({string.Join(", ", body.Results.Skip(1).Take(States))}), which needs a known trip count",
            "export the model with a constant trip count");
    }

    private TypedBody? TypeBody(IBundleScope scope, bool? goes, Bundle?[] states, Bundle?[] outer, DiagnosticBag? problems)
    {
        // Inside of the body the condition holds, or the trip would not be made.
        Value trip = new("trip", new(ElementType.Int64, Shape.Scalar)), yes = scope.Constant(Truth);
        Value[] own = [.. states.Select((s, i) => new Value($"state{i}", s!.AsTensor("a state").Type))];
        return scope.Type(Body, [new Bundle.One(trip), new Bundle.One(yes), .. own.Select(o => new Bundle.One(o)), .. outer], [trip, .. own], problems);
    }

    private static Tensor Truth => Tensor.From<byte>(ElementType.Bool, Shape.Scalar, [1]);

    private bool IsClosed(TypedBody body, Bundle?[] states) => body.Results.All(r => r is Bundle.One) && states.Zip(body.Results.Skip(1)).All(p => p.First!.Fits(p.Second));

    private static bool IsChecked(TypedBody body) => body.Graph.Constant(body.Graph.Outputs[0].Value)?.AsLong(0) is null or 0;

    /// <summary>What is collected has the extent of the trips that are made: they must be known.</summary>
    private bool MayKeep(TypedBody body, long? trips, bool? goes) => body.Results.Count == 1 + States || (!IsChecked(body) && goes == true && trips <= int.MaxValue);

    private IReadOnlyList<Bundle> Keep(IBundleScope scope, TypedBody body, Value? limit, Value? condition, long? trips, bool? goes, Bundle?[] states)
    {
        int collected = body.Results.Count - 1 - States, bound = trips is null or > int.MaxValue ? -1 : (int)trips;
        bool isCounted = !MayKeep(body, trips, goes);
        if (isCounted && bound < 0)
            throw new InferenceException(DiagnosticCodes.UnknownShape, "the number of trips has no bound that is known at compile time, and neither have the extents of what the loop collects",
                "export the model with a constant trip count");
        bool isChecked = IsChecked(body);
        var graph = isCounted ? Counted(body.Graph) : body.Graph;
        if (!isChecked) graph = new(graph.Name, graph.Stage, graph.Inputs, graph.Outputs.Skip(1), graph.Nodes, graph.Constants);
        Value[] first = [.. states.SelectMany(s => s!.Values)];
        if (isCounted) first = [.. first, scope.Constant(Tensor.From<long>(ElementType.Int64, Shape.Scalar, [0]))];
        var op = new Iterate(graph, bound, isChecked, first.Length, [], [], Ints.Repeat(0, collected), Ints.Repeat(0, collected));
        var values = scope.AddMany(op, [trips is null ? limit : null, goes is null ? condition : null, .. first, .. body.Operands.Skip(1 + States)], first.Length + collected);
        var results = isCounted ? values.Take(States).Concat(values.Skip(first.Length).Select(v => scope.Add(new Prefix(), v, values[States]))) : values;
        return [.. results.Select(v => new Bundle.One(v))];
    }

    /// <summary>The body with one more state behind the others: how many trips were made.</summary>
    private Graph Counted(Graph body)
    {
        TensorType number = new(ElementType.Int64, Shape.Scalar);
        Value before = new("trips", number), one = new("trips.one", number), after = new("trips.next", number);
        return new(body.Name, body.Stage, [.. body.Inputs[..(1 + States)], before, .. body.Inputs[(1 + States)..]],
            [.. body.Outputs[..(1 + States)], new("trips", after), .. body.Outputs[(1 + States)..]],
            [.. body.Nodes, new Node(new Add(), [body.Inputs[0], one], [after], [])], body.Constants.Add(one, Tensor.From<long>(ElementType.Int64, Shape.Scalar, [1])));
    }

    private IReadOnlyList<Bundle>? Unroll(IBundleScope scope, long trips, Bundle?[] states, Bundle?[] outer)
    {
        var collected = Body.Outputs.Skip(1 + States).Select(_ => new List<Value>()).ToArray();
        for (long i = 0; i < trips; i++)
        {
            Unrolling.Check(i);
            var number = scope.Constant(Tensor.From<long>(ElementType.Int64, Shape.Scalar, [i]));
            if (scope.Inline(Body, [new Bundle.One(number), new Bundle.One(scope.Constant(Truth)), .. states, .. outer]) is not { } results) return null;
            states = [.. results.Skip(1).Take(States)];
            for (int k = 0; k < collected.Length; k++) collected[k].Add(results[1 + States + k].AsTensor("a collected result"));
            if (i == trips - 1) break;
            var next = scope.Data(results[0].AsTensor("the condition")) ?? throw new InferenceException(DiagnosticCodes.UnknownShape,
                "whether the loop goes on depends on values of the run, and its states are sequences or change their shapes", "export the model with a constant trip count and condition");
            if (next.AsLong(0) == 0) break;
        }
        Value[]? rest = collected.Length > 0 && collected[0].Count == 0 ? Nothing(scope, states, outer) : [.. collected.Select(c => Slices.Stack(scope, c, 0))];
        return rest is null ? null : [.. states.Select(s => s!), .. rest.Select(v => new Bundle.One(v))];
    }

    /// <summary>What a loop collects that makes no trip.</summary>
    private Value[]? Nothing(IBundleScope scope, Bundle?[] states, Bundle?[] outer) =>
        TypeBody(scope, true, states, outer, null)?.Results.Skip(1 + States).Select(r => r.AsTensor("a collected result"))
            .Select(v => scope.Constant(Tensor.Zeros(v.Element, Shape.Of(Slices.With(v.Shape, 0, 0))))).ToArray();
}
