namespace CompileModel.IR.Operators;

/// <summary>
/// A body applied to each slice of tensors in turn, with states that it hands on. Operands: the states, what is scanned, what the body reads from outside. Unrolled when there are few slices or states change
/// their shapes, else <see cref="Iterate"/>. https://onnx.ai/onnx/operators/onnx__Scan.html
/// </summary>
/// <param name="Body">Takes the states and one slice of each scanned operand; gives the states and one slice of each further result.</param>
/// <param name="States">Number of states.</param>
/// <param name="InputAxes">For each scanned operand the axis that is cut; negative counts from the end.</param>
/// <param name="InputBackwards">For each scanned operand whether it is read from its end: 0 or 1.</param>
/// <param name="OutputAxes">For each further result its new axis; negative counts from the end.</param>
/// <param name="OutputBackwards">For each further result whether it is filled from its end: 0 or 1.</param>
/// <param name="IsBatched">Opset 8: every operand and result has a batch axis in front, and operand 0, which may be left out, says the length of each element of the batch.</param>
public sealed record Scan(Graph Body, int States, Ints InputAxes, Ints InputBackwards, Ints OutputAxes, Ints OutputBackwards, bool IsBatched) : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle>? Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        int first = IsBatched ? 1 : 0, formal = States + InputAxes.Count;
        Value[] operands = [.. inputs.Skip(first).Take(formal).Select((b, i) => b?.AsTensor($"operand {i}") ?? throw new InferenceException(Diagnostics.DiagnosticCodes.BadArity, $"operand {i} is missing"))];
        Bundle?[] outer = [.. inputs.Skip(first + formal)];
        var results = IsBatched ? Batched(scope, Given(inputs, 0), operands, outer) : Scanned(scope, operands, outer);
        return results is null ? null : [.. results.Select(v => new Bundle.One(v))];
    }

    private IReadOnlyList<Value>? Batched(IBundleScope scope, Bundle? lengths, Value[] operands, Bundle?[] outer)
    {
        int batch = operands[0].Shape[0];
        if (lengths is not null && scope.Data(lengths.AsTensor("the lengths"))?.ToLongs().All(l => l == operands[^1].Shape[1]) != true)
            throw new InferenceException(Diagnostics.DiagnosticCodes.UnsupportedOperator, "lengths of the elements of a batch that differ are not supported", "export the model with opset 9 or later");
        var results = new List<IReadOnlyList<Value>>();
        for (int b = 0; b < batch; b++)
        {
            if (Scanned(scope, [.. operands.Select(o => Slices.At(scope, o, 0, b))], outer) is not { } one) return null;
            results.Add(one);
        }
        return [.. Enumerable.Range(0, Body.Outputs.Length).Select(k => Slices.Stack(scope, [.. results.Select(r => r[k])], 0))];
    }

    private IReadOnlyList<Value>? Scanned(IBundleScope scope, Value[] operands, Bundle?[] outer)
    {
        Value[] states = operands[..States], scanned = operands[States..];
        int[] axes = [.. scanned.Select((v, i) => InferenceContext.Axis(InputAxes[i], v.Shape.Rank))];
        int trips = scanned.Length == 0 ? 0 : scanned[0].Shape[axes[0]];
        InferenceContext.Check(scanned.Zip(axes).All(p => p.First.Shape[p.Second] == trips), "what is scanned has different lengths");
        if (trips > 0 && trips <= Unrolling.Few(Body)) return Unroll(scope, states, scanned, axes, trips, outer);

        Value trip = new("trip", new(ElementType.Int64, Shape.Scalar));
        Value[] own = [.. states.Select((s, i) => new Value($"state{i}", s.Type)), .. scanned.Select((s, i) => new Value($"slice{i}", s.Type with { Shape = Shape.Of(Slices.Without(s.Shape, axes[i])) }))];
        var body = scope.Type(Body, [.. own.Select(o => new Bundle.One(o)), .. outer], own, trips > 0 ? new() : null);
        if (body is null || !body.Results.All(r => r is Bundle.One)) return trips > 0 ? Unroll(scope, states, scanned, axes, trips, outer) : null;
        Value[] results = [.. body.Results.SelectMany(r => r.Values)];
        int[] outputAxes = [.. results[States..].Select((v, k) => InferenceContext.Axis(OutputAxes[k], v.Shape.Rank + 1))];
        if (trips == 0) return [.. states, .. results[States..].Select((v, k) => scope.Constant(Tensor.Zeros(v.Element, Shape.Of(Slices.With(v.Shape, outputAxes[k], 0)))))];
        if (!states.Zip(results).All(p => p.First.Type == p.Second.Type)) return Unroll(scope, states, scanned, axes, trips, outer);
        var graph = new Graph(body.Graph.Name, body.Graph.Stage, [trip, .. body.Graph.Inputs], body.Graph.Outputs, body.Graph.Nodes, body.Graph.Constants);
        return scope.AddMany(new Iterate(graph, trips, false, States, [.. axes], InputBackwards, [.. outputAxes], OutputBackwards), [null, null, .. operands, .. body.Operands.Skip(own.Length)], results.Length);
    }

    private IReadOnlyList<Value>? Unroll(IBundleScope scope, Value[] states, Value[] scanned, int[] axes, int trips, Bundle?[] outer)
    {
        var collected = Body.Outputs.Skip(States).Select(_ => new List<Value>()).ToArray();
        for (int i = 0; i < trips; i++)
        {
            Unrolling.Check(i);
            var slices = scanned.Select((s, k) => Slices.At(scope, s, axes[k], InputBackwards[k] == 0 ? i : trips - 1 - i));
            if (scope.Inline(Body, [.. states.Concat(slices).Select(v => new Bundle.One(v)), .. outer]) is not { } results) return null;
            states = [.. results.Take(States).Select(r => r.AsTensor("a state"))];
            for (int k = 0; k < collected.Length; k++) collected[k].Insert(OutputBackwards[k] == 0 ? i : 0, results[States + k].AsTensor("a collected result"));
        }
        return [.. states, .. collected.Select((c, k) => Slices.Stack(scope, c, InferenceContext.Axis(OutputAxes[k], c[0].Shape.Rank + 1)))];
    }
}
