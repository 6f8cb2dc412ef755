using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.TileStatic"/>.</summary>
public sealed class TileStatic : IEvaluator<IR.Operators.TileStatic>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.TileStatic op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        int[] dims = x.Shape.ToArray();
        long[] strides = x.Shape.Strides();
        return [Movement.Select(x, outputs[0], i => dims.Select((d, axis) => i.At[axis] % d * strides[axis]).Sum())];
    }
}
