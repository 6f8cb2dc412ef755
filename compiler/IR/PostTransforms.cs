using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>Formulas of <see cref="PostTransform"/>.</summary>
public static class PostTransforms
{
    /// <summary>Transformed scores [N,classes].</summary>
    public static Value Apply(Formula f, PostTransform transform, Value scores)
    {
        switch (transform)
        {
            case PostTransform.Softmax: return f.Add(new Softmax(-1), scores);
            case PostTransform.Logistic: return f.Add(new Sigmoid(), scores);
            case PostTransform.SoftmaxZero:
                int last = scores.Shape.Rank - 1;
                var power = f.Add(new Exp(), f.Add(new Sub(), scores, f.Reduce(Reduction.Max, scores, true, last)));
                var kept = f.Add(new Where(), f.Add(new Equal(), scores, f.Scalar(0, scores)), f.Scalar(0, scores), power);
                return f.Add(new Div(), kept, f.Add(new Max(), f.Reduce(Reduction.Sum, kept, true, last), f.Scalar(1e-30, scores)));
            default: return scores;
        }
    }
}
