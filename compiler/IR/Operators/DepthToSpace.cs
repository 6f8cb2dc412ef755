namespace CompileModel.IR.Operators;

/// <summary>Channels of x[N,C,H,W] moved into blocks of pixels: [N,C/b/b,H*b,W*b]. https://onnx.ai/onnx/operators/onnx__DepthToSpace.html</summary>
/// <param name="Block">Block size b.</param>
/// <param name="ColumnRowDepth">Channel = (c, y, x) (CRD) instead of (y, x, c) (DCR).</param>
public sealed record DepthToSpace(int Block, bool ColumnRowDepth) : Operator
{
    /// <inheritdoc/>
    public override Stage Until => Stage.Typed;

    /// <summary>The shape to view the operand as, the permutation, and the shape of the result.</summary>
    public (Ints View, Ints Perm, Ints Result) Steps(Shape x)
    {
        InferenceContext.Check(x.Rank == 4 && Block > 0 && x[1] % (Block * Block) == 0, $"{x} has no channels for blocks of {Block}");
        int c = x[1] / Block / Block;
        Ints result = [x[0], c, x[2] * Block, x[3] * Block];
        return ColumnRowDepth
            ? ([x[0], c, Block, Block, x[2], x[3]], [0, 1, 4, 2, 5, 3], result)
            : ([x[0], Block, Block, c, x[2], x[3]], [0, 3, 4, 1, 5, 2], result);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context) => [new(context[0].Element, Shape.Of(Steps(context[0].Shape).Result))];
}
