namespace CompileModel.IR.Operators;

/// <summary>Operand 0 under the shape of operand 1: 0 keeps a dimension, -1 is what remains. https://onnx.ai/onnx/operators/onnx__Reshape.html</summary>
/// <param name="AllowZero">Whether 0 means an extent of 0.</param>
public sealed record Reshape(bool AllowZero) : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var x = context[0].Shape;
        long[] wanted = context.RequireConstant(1, "the new shape").ToLongs();
        int[] dims = new int[wanted.Length];
        long known = 1;
        for (int i = 0; i < dims.Length; i++)
        {
            InferenceContext.Check(wanted[i] != 0 || AllowZero || i < x.Rank, $"dimension {i} of the new shape is 0 but {x} has none to keep");
            dims[i] = checked((int)(wanted[i] == 0 && !AllowZero ? x[i] : wanted[i]));
            if (dims[i] != -1) known *= dims[i];
        }
        InferenceContext.Check(wanted.Count(d => d == -1) <= 1 && wanted.All(d => d >= -1), $"[{string.Join(',', wanted)}] is not a shape");
        if (Array.IndexOf(dims, -1) is >= 0 and var rest)
        {
            InferenceContext.Check(known > 0 && x.Count % known == 0, $"{x} cannot be reshaped to [{string.Join(',', wanted)}]");
            dims[rest] = (int)(x.Count / known);
        }
        return new ReshapeTo([.. dims]);
    }
}
