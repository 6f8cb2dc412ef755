using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LookUp"/>.</summary>
public sealed class LookUp : IEvaluator<IR.Operators.LookUp>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.LookUp op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, table) = (inputs[0]!, inputs[1]!);
        int lowest = (int)x.Element.Range().Low;
        return [Tensors.Make(outputs[0].Element, outputs[0].Shape, i => table.AsDouble((int)x.AsDouble(i) - lowest))];
    }
}
