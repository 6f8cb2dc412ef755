namespace CompileModel.IR.Operators;

/// <summary>
/// Weighted sums of rows chosen by data: y[n,p,c] = sum over t of weight[n,t,p] * x[n,index[n,t,p],c]. Operands: x [N,S,C] (or [1,S,C] for all n), index [N,T,P] (int32),
/// weight [N,T,P] of the floats of x (left out: T is 1 and rows are copied, of any type). A negative index adds nothing; one beyond S counts as the last row.
/// What grid sampling and deformable convolutions are made of.
/// </summary>
public sealed record WeightedGather : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, index) = (context[0].Shape, context[1].Shape);
        InferenceContext.CheckType(context[1].Element == ElementType.Int32, $"{Name} takes int32 indexes, got {context[1]}");
        InferenceContext.Check(x.Rank == 3 && index.Rank == 3 && (x[0] == index[0] || x[0] == 1), $"indexes {index} do not fit {x}");
        if (context.Inputs > 2)
        {
            InferenceContext.CheckType(context[0].Element is ElementType.Float32 or ElementType.Float64 && context[2].Element == context[0].Element, $"{Name} takes float32 or float64 data and weights, got {context[0]} and {context[2]}");
            InferenceContext.Check(context[2].Shape.Equals(index), $"weights {context[2].Shape} do not fit indexes {index}");
        }
        else
        {
            InferenceContext.Check(index[1] == 1, "several taps need weights");
        }
        return [new(context[0].Element, Shape.Of(index[0], index[2], x[2]))];
    }
}
