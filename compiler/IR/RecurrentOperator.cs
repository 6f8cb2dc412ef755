using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>
/// RNN, GRU and LSTM of ONNX. Operands: X [T,B,I], W [D,G*H,I], R [D,G*H,H], B [D,2*G*H], lengths [B], initial state [D,B,H], for LSTM the initial cell state and peepholes [D,3*H];
/// those behind R are optional. Results: Y [T,D,B,H], Y_h [D,B,H], for LSTM Y_c. The products with W are one matrix product for all steps and directions, the steps a <see cref="Recurrence"/>.
/// </summary>
/// <param name="Direction">Order of the steps.</param>
/// <param name="BatchFirst">layout 1: X [B,T,I], Y [B,T,D,H], states [B,D,H].</param>
public abstract record RecurrentOperator(RecurrentDirection Direction, bool BatchFirst) : CompositeOperator
{
    /// <summary>The steps of one direction.</summary>
    /// <param name="isSecond">Whether it is the second direction of two.</param>
    /// <param name="isReverse">Whether it reads from the end.</param>
    /// <param name="hasPeepholes">Whether there are peepholes.</param>
    /// <param name="hasBias">Whether there are biases.</param>
    /// <param name="hasLengths">Whether sequences have lengths.</param>
    protected abstract Recurrence Steps(bool isSecond, bool isReverse, bool hasPeepholes, bool hasBias, bool hasLengths);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var element = Required(inputs, 0).Element;
        var computed = element == ElementType.Float64 ? element : ElementType.Float32;
        Value?[] given = [.. inputs.Select((v, i) => v is null || i == 4 ? v : f.Cast(v, computed))];
        var (x, w, r) = (given[0]!, Required(given, 1), Required(given, 2));
        int directions = Direction == RecurrentDirection.Bidirectional ? 2 : 1;
        InferenceContext.Check(x.Shape.Rank == 3 && w.Shape.Rank == 3 && r.Shape.Rank == 3, $"{Name} takes X, W and R of rank 3, got {x.Shape}, {w.Shape}, {r.Shape}");
        if (BatchFirst) x = f.Transpose(x, 1, 0, 2);
        int steps = x.Shape[0], batch = x.Shape[1], features = x.Shape[2], hidden = r.Shape[2];
        var first = Steps(false, false, false, false, false);
        int width = first.Gates * hidden;
        InferenceContext.Check(w.Shape.Equals(Shape.Of(directions, width, features)) && r.Shape.Equals(Shape.Of(directions, width, hidden)),
            $"weights W {w.Shape} and R {r.Shape} must be {Shape.Of(directions, width, features)} and {Shape.Of(directions, width, hidden)}");

        var (bias, peepholes, lengths) = (Optional(given, 3), first.IsLstm ? Optional(given, 7) : null, Optional(given, 4));
        bool isLinear = first.Cell == RecurrentCell.GruLinear;
        var products = f.Add(new MatMul(), f.Reshape(x, steps * batch, features), f.Transpose(f.Reshape(w, directions * width, features), 1, 0));
        if (bias is not null) products = f.Sum(products, f.Reshape(Biases(), directions * width));
        products = f.Reshape(products, steps, batch, directions * width);
        var results = Enumerable.Range(0, directions).Select(Direct).ToArray();
        var all = f.Concat(1, [.. results.Select(d => f.Reshape(d[0], steps, 1, batch, hidden))]);
        if (BatchFirst) all = f.Transpose(all, 2, 0, 1, 3);
        int axis = BatchFirst ? 1 : 0;
        int[] state = BatchFirst ? [batch, 1, hidden] : [1, batch, hidden];
        return [f.Cast(all, element), .. Enumerable.Range(1, results[0].Count - 1).Select(i => f.Cast(f.Concat(axis, [.. results.Select(d => f.Reshape(d[i], state))]), element))];

        // Both biases go into the product, but that of the candidate's state where the reset gate stands in front of it.
        Value Biases()
        {
            var (own, state) = (f.Slice(bias, 1, 0, width), f.Slice(bias, 1, width, 2 * width));
            if (isLinear) state = f.Concat(1, f.Slice(state, 1, 0, 2 * hidden), f.Table(computed, [directions, hidden], _ => 0));
            return f.Sum(own, state);
        }

        IReadOnlyList<Value> Direct(int d)
        {
            var op = Steps(d == 1, d == 1 || Direction == RecurrentDirection.Reverse, peepholes is not null, isLinear && bias is not null, lengths is not null);
            List<Value> operands =
            [
                directions == 1 ? products : f.Slice(products, 2, d * width, (d + 1) * width),
                f.Reshape(Part(r, d, 0), op.Gates, hidden, hidden),
                State(Optional(given, 5), d),
            ];
            if (op.IsLstm) operands.Add(State(Optional(given, 6), d));
            if (op.HasPeepholes) operands.Add(f.Reshape(Part(peepholes!, d, 0), 3, hidden));
            if (op.HasBias) operands.Add(f.Reshape(f.Slice(Part(bias!, d, 0), 1, 5 * hidden, 6 * hidden), hidden));
            if (op.HasLengths) operands.Add(f.Cast(lengths!, ElementType.Int32));
            return f.AddMany(op, operands, op.IsLstm ? 3 : 2);
        }

        Value State(Value? initial, int d) => initial is null ? f.Table(computed, [batch, hidden], _ => 0) : f.Reshape(Part(initial, d, BatchFirst ? 1 : 0), batch, hidden);

        Value Part(Value v, int d, int along) => directions == 1 ? v : f.Slice(v, along, d, d + 1);
    }
}
