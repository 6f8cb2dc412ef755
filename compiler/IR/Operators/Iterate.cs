namespace CompileModel.IR.Operators;

/// <summary>
/// A body computed again and again: the typed form of Loop and Scan. Operands: the trip count (an int64; may be left out), whether the first trip is made (a bool; may be left out), the
/// states, what is scanned, what the body reads from outside. The body takes the number of the trip, the states, one slice of each scanned operand and the outer values; it gives the condition for the next
/// trip when Checked, the next states, and one slice of each further result. Results: the last states, and the slices side by side.
/// </summary>
/// <param name="Body">The body.</param>
/// <param name="Trips">Number of trips; the largest one when there is an operand or a check, and then -1 for no bound.</param>
/// <param name="Checked">Whether the first result of the body says whether to go on.</param>
/// <param name="States">Number of states.</param>
/// <param name="InputAxes">For each scanned operand the axis that is cut.</param>
/// <param name="InputBackwards">For each scanned operand whether it is read from its end: 0 or 1.</param>
/// <param name="OutputAxes">For each collected result its new axis.</param>
/// <param name="OutputBackwards">For each collected result whether it is filled from its end: 0 or 1.</param>
public sealed record Iterate(Graph Body, int Trips, bool Checked, int States, Ints InputAxes, Ints InputBackwards, Ints OutputAxes, Ints OutputBackwards) : Operator
{
    /// <summary>Index of the first state among the operands.</summary>
    public const int FirstState = 2;

    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <summary>Index of the first state among the results of the body.</summary>
    public int FirstNext => Checked ? 1 : 0;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Check(Body.Inputs.Length == 1 + context.Inputs - FirstState, $"the body takes {Body.Inputs.Length} values, got {context.Inputs - FirstState} and the number of the trip");
        InferenceContext.Check(Body.Outputs.Length == FirstNext + States + OutputAxes.Count, $"the body gives {Body.Outputs.Length} results");
        var results = new List<TensorType>();
        for (int i = FirstState; i < context.Inputs; i++)
        {
            int scanned = i - FirstState - States;
            var type = scanned >= 0 && scanned < InputAxes.Count ? context[i] with { Shape = Shape.Of(Slices.Without(context[i].Shape, InputAxes[scanned])) } : context[i];
            InferenceContext.Check(Body.Inputs[i - 1].Type == type, $"the body reads {Body.Inputs[i - 1]}, got {type}");
            if (scanned < 0) results.Add(type);
        }
        for (int i = 0; i < States; i++)
            InferenceContext.Check(Body.Outputs[FirstNext + i].Value.Type == results[i], $"state {i} is {results[i]}, and {Body.Outputs[FirstNext + i].Value.Type} after a trip");
        InferenceContext.Check(OutputAxes.Count == 0 || (Trips >= 0 && !context.Has(0)), "results that are collected need a bound of the trip count");
        for (int k = 0; k < OutputAxes.Count; k++)
        {
            var slice = Body.Outputs[FirstNext + States + k].Value.Type;
            results.Add(slice with { Shape = Shape.Of(Slices.With(slice.Shape, OutputAxes[k], Trips)) });
        }
        return results;
    }
}
