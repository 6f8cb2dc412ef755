using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Operators whose results have as many elements as their data say: the formula with room for all, and the number, which is the extent from here on.</summary>
public sealed class DataSizedRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is DataSizedOperator { Size: >= 0 };

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        var op = (DataSizedOperator)c.Node.Operator;
        var graph = c.Graph;
        Value?[] inputs = [.. c.Operands];
        // What lies beyond the extents must not be counted.
        switch (op)
        {
            case NonZero: inputs[0] = c.Filled(0, c.OpenAxes(0), 0); break;
            case Compress compress:
                if (compress.Axis is null && c.OpenAxes(0).Any(axis => axis > 0)) throw c.Refuse("the elements in order are not those of an open extent");
                inputs[1] = c.Filled(1, c.OpenAxes(1), 0);
                break;
            default:
                if (Enumerable.Range(0, c.Inputs).Any(i => c.OpenAxes(i).Length > 0)) throw c.Refuse("operands of open extent are not supported");
                break;
        }
        var formula = new Formula(v => graph.Constants.GetValueOrDefault(v));
        var (results, count) = Expand(c, op, formula, inputs);
        var placed = graph.Place(formula);
        graph.Define(c.OwnSymbol, placed(count));
        return [.. results.Zip(c.Node.Outputs, (result, output) => Room(graph, placed(result), output))];
    }

    private static (IReadOnlyList<Value> Results, Value Count) Expand(ExtentContext c, DataSizedOperator op, Formula formula, IReadOnlyList<Value?> inputs)
    {
        try
        {
            return op.Expand(formula, inputs);
        }
        catch (InferenceException e)
        {
            throw c.Refuse(e.Message);
        }
    }

    /// <summary>Room for two where there is one element at most.</summary>
    private static Value Room(PaddedGraph graph, Value result, Value? output)
    {
        if (output is null || result.Shape.Equals(output.Shape)) return result;
        Ints missing = [.. Enumerable.Range(0, result.Shape.Rank).Select(axis => output.Shape[axis] - result.Shape[axis])];
        return graph.Add(new PadStatic(Ints.Repeat(0, missing.Count), missing, PadMode.Constant, 0), result);
    }
}
