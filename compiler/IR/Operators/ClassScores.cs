namespace CompileModel.IR.Operators;

/// <summary>
/// The end of the classifiers of ai.onnx.ml. Operand: raw scores [N,classes], or [N,1] for two classes. Results: the label of the best class as int64 [N], transformed scores [N,classes].
/// </summary>
/// <param name="Labels">int64, one a class.</param>
/// <param name="IsProbability">Whether the score of two classes is a probability: above 0.5 for the second, else above 0.</param>
/// <param name="IsMirrored">Whether the score of the first of two classes is minus that of the second; else one minus it.</param>
/// <param name="Transform">What is done to the scores.</param>
public sealed record ClassScores(Tensor Labels, bool IsProbability, bool IsMirrored, PostTransform Transform) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var scores = Required(inputs, 0);
        var labels = f.Constant(Labels);
        if (scores.Shape[1] > 1) return [f.Add(new Gather(0), labels, f.Add(new ArgMax(1, false, false), scores)), PostTransforms.Apply(f, Transform, scores)];
        InferenceContext.Check(Labels.Count == 2, $"one score for {Labels.Count} classes");
        var second = f.Reshape(f.Add(new Greater(), scores, f.Scalar(IsProbability ? 0.5 : 0, scores)), scores.Shape[0]);
        var label = f.Add(new Gather(0), labels, f.Cast(second, ElementType.Int64));
        if (Transform == PostTransform.Logistic && IsMirrored) return [label, f.Concat(1, f.Add(new Sigmoid(), f.Add(new Neg(), scores)), f.Add(new Sigmoid(), scores))];
        var first = IsMirrored ? f.Add(new Neg(), scores) : f.Add(new Sub(), f.Scalar(1, scores), scores);
        return [label, f.Concat(1, first, scores)];
    }
}
