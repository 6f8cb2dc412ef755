namespace CompileModel.IR.Operators;

/// <summary>
/// Sum of word, position and segment embeddings, normalized. Operands: words [B,L], segments [B,L] (optional), tables of words, positions and segments (optional), gamma, beta, mask [B,L]
/// (optional), positions [B,L] (optional). Results: the embeddings [B,L,D], the length of each sequence [B], the sum. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftembedlayernormalization
/// </summary>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record EmbedLayerNormalization(float Epsilon) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value words = Required(inputs, 0), places = Required(inputs, 3);
        InferenceContext.Check(words.Shape.Rank == 2, $"words must be [batch,length], got {words.Shape}");
        var place = Optional(inputs, 8) is { } given ? f.Add(new Gather(0), places, given) : f.Slice(places, 0, 0, words.Shape[1]);
        var sum = f.Sum(f.Add(new Gather(0), Required(inputs, 2), words), place);
        if (Optional(inputs, 4) is { } segments && Optional(inputs, 1) is { } segment) sum = f.Sum(sum, f.Add(new Gather(0), segments, segment));
        var result = f.Add(new LayerNormalization(-1, Epsilon), sum, Required(inputs, 5), Required(inputs, 6));
        var lengths = Optional(inputs, 7) is { } mask ? f.Reduce(Reduction.Sum, mask, false, 1) : f.Constant(Tensor.Zeros(ElementType.Int32, Shape.Of(words.Shape[0])));
        return [result, lengths, sum];
    }
}
