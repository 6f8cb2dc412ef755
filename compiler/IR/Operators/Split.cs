namespace CompileModel.IR.Operators;

/// <summary>Parts along an axis: of the sizes in operand 1, or of one size, the last one smaller when it does not divide. https://onnx.ai/onnx/operators/onnx__Split.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record Split(int Axis) : Operator
{
    /// <inheritdoc/>
    public override Stage Until => Stage.Typed;

    /// <summary>Starts and sizes of the parts.</summary>
    public IReadOnlyList<SliceStatic> Parts(InferenceContext context)
    {
        var x = context[0].Shape;
        int axis = InferenceContext.Axis(Axis, x.Rank), each = (x[axis] + context.Outputs - 1) / context.Outputs;
        int[] sizes = context.Has(1)
            ? [.. context.RequireConstant(1, "the sizes of the parts").ToLongs().Select(s => checked((int)s))]
            : [.. Enumerable.Range(0, context.Outputs).Select(i => Math.Max(0, Math.Min(each, x[axis] - i * each)))];
        InferenceContext.Check(sizes.Length == context.Outputs && sizes.Sum() == x[axis] && sizes.All(s => s >= 0), $"parts [{string.Join(',', sizes)}] do not fit axis {axis} of {x}");
        var parts = new SliceStatic[sizes.Length];
        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            int[] starts = new int[x.Rank], dims = x.ToArray();
            (starts[axis], dims[axis]) = (sizes[i] == 0 ? 0 : start, sizes[i]);
            parts[i] = new([.. starts], Ints.Repeat(1, x.Rank), [.. dims]);
            start += sizes[i];
        }
        return parts;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context) => [.. Parts(context).Select(p => new TensorType(context[0].Element, Shape.Of(p.Sizes)))];
}
