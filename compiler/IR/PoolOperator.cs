using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>What the ONNX poolings of x[N,C,spatial...] have in common.</summary>
/// <param name="Kernel">Extents of the window.</param>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
/// <param name="Dilations">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
/// <param name="CeilMode">Rounds the output extents up.</param>
/// <param name="AutoPad">Automatic padding; replaces Pads.</param>
public abstract record PoolOperator(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, bool CeilMode, AutoPad AutoPad) : Operator
{
    /// <summary>The window, defaults resolved; a ceiled extent is not part of its end pads.</summary>
    /// <param name="x">Shape of operand 0.</param>
    public Window Window(Shape x) => IR.Window.Resolve(x.ToArray().AsSpan(2), Kernel, Strides, Dilations, Pads, AutoPad);

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(x.Rank >= 3, $"{Name} takes a tensor of rank 3 or more, got {x}");
        var result = Shape.Of([x[0], x[1], .. Window(x).OutputSizes(x.ToArray().AsSpan(2), CeilMode)]);
        return [.. Enumerable.Range(0, context.Outputs).Select(i => new TensorType(i == 0 ? context[0].Element : ElementType.Int64, result))];
    }
}
