namespace CompileModel.IR.Operators;

/// <summary>Blocks of pixels of x[N,C,H,W] moved into channels: [N,C*b*b,H/b,W/b]. https://onnx.ai/onnx/operators/onnx__SpaceToDepth.html</summary>
/// <param name="Block">Block size b.</param>
/// <param name="ColumnRowDepth">Channel = (c, y, x) (CRD) instead of (y, x, c) (DCR).</param>
public sealed record SpaceToDepth(int Block, bool ColumnRowDepth) : Operator
{
    /// <inheritdoc/>
    public override Stage Until => Stage.Typed;

    /// <summary>The shape to view the operand as, the permutation, and the shape of the result.</summary>
    public (Ints View, Ints Perm, Ints Result) Steps(Shape x)
    {
        InferenceContext.Check(x.Rank == 4 && Block > 0 && x[2] % Block == 0 && x[3] % Block == 0, $"{x} does not divide into blocks of {Block}");
        Ints perm = ColumnRowDepth ? [0, 1, 3, 5, 2, 4] : [0, 3, 5, 1, 2, 4];
        return ([x[0], x[1], x[2] / Block, Block, x[3] / Block, Block], perm, [x[0], x[1] * Block * Block, x[2] / Block, x[3] / Block]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context) => [new(context[0].Element, Shape.Of(Steps(context[0].Shape).Result))];
}
