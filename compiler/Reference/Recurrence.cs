using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Recurrence"/>, one sequence after another.</summary>
public sealed class Recurrence : IEvaluator<IR.Operators.Recurrence>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Recurrence op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var shape = inputs[0]!.Shape;
        int steps = shape[0], batch = shape[1], hidden = inputs[2]!.Shape[1], width = shape[2];
        double[][] values = [.. inputs.Select(t => Numeric.Doubles(t!))];
        double[] all = new double[steps * batch * hidden], lasts = new double[batch * hidden], cells = new double[batch * hidden];
        for (int b = 0; b < batch; b++)
        {
            double[] h = [.. values[2].AsSpan(b * hidden, hidden)], c = op.IsLstm ? [.. values[3].AsSpan(b * hidden, hidden)] : [];
            int length = op.HasLengths ? Math.Clamp((int)values[op.LengthsAt][b], 0, steps) : steps;
            for (int s = 0; s < length; s++)
            {
                int t = op.IsReverse ? length - 1 - s : s;
                (h, c) = Step(op, values, values[0][((t * batch + b) * width)..((t * batch + b + 1) * width)], h, c);
                h.CopyTo(all, (t * batch + b) * hidden);
            }
            h.CopyTo(lasts, b * hidden);
            c.CopyTo(cells, b * hidden);
        }
        double[][] results = [all, lasts, cells];
        return [.. outputs.Select((t, i) => Numeric.Pack(t, results[i]))];
    }

    private static (double[] H, double[] C) Step(IR.Operators.Recurrence op, double[][] values, double[] x, double[] h, double[] c)
    {
        int n = h.Length;
        double[] Own(int gate) => x[(gate * n)..((gate + 1) * n)];
        double[] Recurrent(int gate, double[] state) => Each(n, i => Enumerable.Range(0, n).Sum(k => values[1][((gate * n) + i) * n + k] * state[k]));
        double[] Sum(double[] a, double[] b) => Each(n, i => a[i] + b[i]);
        double[] Input(int gate) => Sum(Own(gate), Recurrent(gate, h));
        double[] Mix(double[] z, double[] candidate) => Each(n, i => ((1 - z[i]) * candidate[i]) + (z[i] * h[i]));
        double[] Peep(int gate, double[] input, double[] cell) => op.HasPeepholes ? Each(n, i => input[i] + (values[op.PeepholesAt][(gate * n) + i] * cell[i])) : input;
        switch (op.Cell)
        {
            case RecurrentCell.Simple:
                return (Activate(op, op.Gate, Input(0)), []);
            case RecurrentCell.Gru:
                double[] reset = Activate(op, op.Gate, Input(1));
                return (Mix(Activate(op, op.Gate, Input(0)), Activate(op, op.Candidate, Sum(Own(2), Recurrent(2, Each(n, i => reset[i] * h[i]))))), []);
            case RecurrentCell.GruLinear:
                double[] r = Activate(op, op.Gate, Input(1)), state = Recurrent(2, h);
                if (op.HasBias) state = Sum(state, values[op.BiasAt]);
                return (Mix(Activate(op, op.Gate, Input(0)), Activate(op, op.Candidate, Each(n, i => Own(2)[i] + (r[i] * state[i])))), []);
            default:
                double[] input = Activate(op, op.Gate, Peep(0, Input(0), c));
                double[] forget = op.Cell == RecurrentCell.LstmCoupled ? Each(n, i => 1 - input[i]) : Activate(op, op.Gate, Peep(2, Input(2), c));
                double[] candidate = Activate(op, op.Candidate, Input(3));
                double[] cell = Each(n, i => (forget[i] * c[i]) + (input[i] * candidate[i]));
                double[] output = Activate(op, op.Gate, Peep(1, Input(1), cell)), seen = Activate(op, op.Output, cell);
                return (Each(n, i => output[i] * seen[i]), cell);
        }
    }

    private static double[] Activate(IR.Operators.Recurrence op, Expression function, double[] x)
    {
        if (op.Clip > 0) x = Each(x.Length, i => Math.Clamp(x[i], -op.Clip, op.Clip));
        var operand = Numeric.Pack(new(ElementType.Float64, Shape.Of(x.Length)), x);
        return Numeric.Doubles(Expressions.Evaluate(function, [operand], operand.Type));
    }

    private static double[] Each(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
}
