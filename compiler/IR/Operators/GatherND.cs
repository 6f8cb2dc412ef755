namespace CompileModel.IR.Operators;

/// <summary>Slices of operand 0 at the index tuples in the last axis of operand 1. https://onnx.ai/onnx/operators/onnx__GatherND.html</summary>
/// <param name="BatchDims">Leading axes that both operands share.</param>
public sealed record GatherND(int BatchDims) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, indexes) = (context[0].Shape, context[1].Shape);
        InferenceContext.Check(indexes.Rank > BatchDims && x.Rank >= BatchDims + indexes[^1], $"indexes {indexes} do not fit {x}");
        return [new(context[0].Element, new([.. indexes.Dims[..^1], .. x.Dims[(BatchDims + indexes[^1])..]]))];
    }
}
