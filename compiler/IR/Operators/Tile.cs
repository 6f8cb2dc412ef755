namespace CompileModel.IR.Operators;

/// <summary>Operand 0 repeated as often as operand 1 says for each axis. https://onnx.ai/onnx/operators/onnx__Tile.html</summary>
public sealed record Tile : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context) =>
        new TileStatic([.. context.RequireConstant(1, "the repeats").ToLongs().Select(r => checked((int)r))]);
}
