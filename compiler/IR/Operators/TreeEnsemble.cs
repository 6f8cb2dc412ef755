namespace CompileModel.IR.Operators;

/// <summary>
/// Decision trees over rows of features x[N,F]: all trees of all rows go down one level at a time. Result: [N,targets]. https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsemble.html
/// </summary>
/// <param name="Nodes">Inner nodes, int32 [nodes,5]: feature, comparison (0 to 5: at most, less, at least, more, equal, not equal), next where it holds, next where not, whether a missing
/// value holds. A next beyond the nodes is a leaf.</param>
/// <param name="Splits">What each node compares with, float64.</param>
/// <param name="Roots">The first node of each tree.</param>
/// <param name="Votes">What each leaf adds to each target, float64 [leaves,targets]; NaN for nothing.</param>
/// <param name="Offsets">Added to each target; empty for 0.</param>
/// <param name="Aggregate">How votes become one.</param>
/// <param name="Transform">What is done to the results.</param>
/// <param name="To">Element type of the result; null for that of x.</param>
public sealed record TreeEnsemble(Tensor Nodes, Tensor Splits, Ints Roots, Tensor Votes, Floats Offsets, TreeAggregate Aggregate, PostTransform Transform, ElementType? To) : CompositeOperator
{
    private const int Fields = 5;

    private int Inner => Nodes.Shape[0];

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        if (!x.Element.IsFloat()) x = f.Cast(x, ElementType.Float32);
        InferenceContext.Check(x.Shape.Rank == 2, $"{Name} takes rows of features, got {x.Shape}");
        int all = Inner + Votes.Shape[0];
        Value Table(int field, Func<int, double> leaf) => f.Table(ElementType.Int64, [all], i => i < Inner ? Field(i, field) : leaf(i));
        Value features = Table(0, _ => 0), holds = Table(2, i => i), fails = Table(3, i => i), splits = f.Table(x.Element, [all], i => i < Inner ? Splits.AsDouble(i) : 0);
        var at = f.Add(new BroadcastTo([x.Shape[0], Roots.Count]), f.Table(ElementType.Int64, [1, Roots.Count], i => Roots[i]));
        for (int level = Depth(); level > 0; level--)
        {
            Value Read(Value table, Value place) => f.Add(new Gather(0), table, place);
            var value = f.Add(new GatherElements(1), x, Read(features, at));
            at = f.Add(new Where(), Decision(f, value, Read(splits, at), field => Read(Table(field, _ => 0), at)), Read(holds, at), Read(fails, at));
        }
        var result = Collected(f, f.Add(new Sub(), at, f.Scalar(Inner, at)), x.Element);
        if (Offsets.Count > 0) result = f.Sum(result, f.Table(x.Element, [Offsets.Count], i => Offsets[i]));
        return [PostTransforms.Apply(f, Transform, f.Cast(result, To ?? x.Element))];
    }

    private int Field(int node, int field) => (int)Nodes.AsLong((node * Fields) + field);

    /// <summary>Whether a comparison holds, for all trees of all rows.</summary>
    private Value Decision(Formula f, Value value, Value split, Func<int, Value> read)
    {
        Value? result = null;
        foreach (int mode in Enumerable.Range(0, Inner).Select(i => Field(i, 1)).Distinct().Order())
        {
            Operator compare = mode switch { 0 => new LessOrEqual(), 1 => new Less(), 2 => new GreaterOrEqual(), 3 => new Greater(), _ => new Equal() };
            var one = f.Add(compare, value, split);
            if (mode == 5) one = f.Add(new Not(), one);
            if (result is null)
            {
                result = one;
                continue;
            }
            var own = read(1);
            result = f.Add(new Where(), f.Add(new Equal(), own, f.Scalar(mode, own)), one, result);
        }
        if (!Enumerable.Range(0, Inner).Any(i => Field(i, 4) != 0)) return result!;
        var missing = f.Add(new And(), f.Add(new IsNaN(), value), f.Cast(read(4), ElementType.Bool));
        return f.Add(new Or(), result!, missing);
    }

    /// <summary>The votes of the leaves [N,trees] as one number a target.</summary>
    private Value Collected(Formula f, Value leaves, ElementType type)
    {
        double none = Aggregate switch { TreeAggregate.Min => double.PositiveInfinity, TreeAggregate.Max => double.NegativeInfinity, _ => 0 };
        var table = f.Table(type, Votes.Shape.ToArray(), i => double.IsNaN(Votes.AsDouble(i)) ? none : Votes.AsDouble(i));
        var votes = f.Add(new Gather(0), table, leaves);
        switch (Aggregate)
        {
            case TreeAggregate.Min or TreeAggregate.Max:
                var most = f.Reduce(Aggregate == TreeAggregate.Min ? Reduction.Min : Reduction.Max, votes, false, 1);
                return f.Add(new Where(), f.Add(new Equal(), most, f.Scalar(none, most)), f.Scalar(0, most), most);
            default:
                var sum = f.Reduce(Reduction.Sum, votes, false, 1);
                return Aggregate == TreeAggregate.Sum ? sum : f.Add(new Div(), sum, f.Scalar(Roots.Count, sum));
        }
    }

    /// <summary>Nodes on the longest way from a root to a leaf.</summary>
    private int Depth()
    {
        int depth = 0;
        var level = Roots.Where(n => n < Inner).Distinct().ToArray();
        for (; level.Length > 0; depth++)
        {
            InferenceContext.Check(depth <= Inner, "the nodes of a tree form a circle");
            level = [.. level.SelectMany(n => new[] { Field(n, 2), Field(n, 3) }).Where(n => n < Inner).Distinct()];
        }
        return depth;
    }
}
