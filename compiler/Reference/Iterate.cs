using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Iterate"/>.</summary>
public sealed class Iterate : IEvaluator<IR.Operators.Iterate>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Iterate op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        const int First = IR.Operators.Iterate.FirstState;
        int scanned = First + op.States, captured = scanned + op.InputAxes.Count;
        long trips = inputs[0]?.AsLong(0) ?? (op.Trips < 0 ? long.MaxValue : op.Trips);
        bool goes = inputs[1] is null || inputs[1]!.AsLong(0) != 0;
        Tensor[] states = [.. inputs.Skip(First).Take(op.States).Select(t => t!)], collected = [.. outputs.Skip(op.States).Select(t => Tensor.Zeros(t.Element, t.Shape))];
        for (long i = 0; goes && i < trips; i++)
        {
            var slices = op.InputAxes.Select((axis, k) => TensorSlices.At(inputs[scanned + k]!, axis, op.InputBackwards[k] == 0 ? i : trips - 1 - i));
            var trip = Tensor.From<long>(ElementType.Int64, Shape.Scalar, [i]);
            var results = Interpreter.Run(op.Body, [trip, .. states, .. slices, .. inputs.Skip(captured).Select(t => t!)]);
            if (op.Checked) goes = results[0].AsLong(0) != 0;
            states = [.. results.Skip(op.FirstNext).Take(op.States)];
            for (int k = 0; k < collected.Length; k++)
                TensorSlices.Set(collected[k], op.OutputAxes[k], op.OutputBackwards[k] == 0 ? i : trips - 1 - i, results[op.FirstNext + op.States + k]);
        }
        return [.. states, .. collected];
    }
}
