using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ScatterND"/>.</summary>
public sealed class ScatterND : IEvaluator<IR.Operators.ScatterND>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.ScatterND op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, indexes, updates) = (inputs[0]!, inputs[1]!, inputs[2]!);
        int tuple = indexes.Shape[^1], slice = x.Shape.ToArray()[tuple..].Aggregate(1, (a, b) => a * b), count = tuple == 0 ? indexes.Shape.ToArray()[..^1].Aggregate(1, (a, b) => a * b) : indexes.Count / tuple;
        long[] strides = x.Shape.Strides();
        var result = new Scattering(x, updates, op.Reduction);
        for (int i = 0; i < count; i++)
        {
            long to = 0;
            for (int k = 0; k < tuple; k++) to += Indexes.Resolve(indexes.AsLong(i * tuple + k), x.Shape[k]) * strides[k];
            for (int k = 0; k < slice; k++) result.Put((int)to + k, i * slice + k);
        }
        return [result.Result];
    }
}
