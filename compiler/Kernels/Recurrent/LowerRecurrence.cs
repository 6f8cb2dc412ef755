using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.MatMul;

namespace CompileModel.Kernels.Recurrent;

/// <summary>Recurrences of float32 by <see cref="RecurrenceTemplate"/>; weights that are not constant are packed at run time first.</summary>
public sealed class LowerRecurrence : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (node.Operator is not Recurrence op || c.InputType(0).Element != ElementType.Float32) return null;
        int batch = c.InputType(2).Shape[0], hidden = c.InputType(2).Shape[1];
        var isa = Isa.ForProfile(c.Target.Isas);
        // Sums stay in registers beside weights and states; activations of a tile are written once a vector, so it is kept small.
        int budget = c.Target.VectorRegisters >= 32 ? 16 : 10, gates = op.Cell == RecurrentCell.Gru ? 2 : op.Gates;
        int rows = op.HasLengths ? 1 : Math.Clamp(budget / gates, 1, Math.Min(batch, 4));
        var packing = PanelPacking.Of(isa, hidden, Math.Clamp(budget / (gates * rows), 1, 2));
        var plan = c.Plan();
        PlanValue packed;
        if (c.Constant(1) is { } weights)
        {
            float[] r = weights.Span<float>().ToArray();
            packed = plan.Constant(c.Hint("weights"), packing.Pack(op.Gates, hidden, (g, k, n) => r[(((g * hidden) + n) * hidden) + k]));
        }
        else
        {
            packed = plan.Temporary(c.Hint("packed"), PackTemplate.Result(packing, op.Gates, hidden));
            plan.Call(new PackTemplate(true, packing.Vectors), [plan.Input(1)], packed);
        }
        List<PlanValue> results = [.. node.Outputs.Select((o, i) => o is null ? plan.Temporary(c.Hint("unread"), op.Infer(Types(node))[i]) : plan.Output(i))];
        if (op.Cell == RecurrentCell.Gru) results.Add(plan.Temporary(c.Hint("reset"), c.InputType(2)));
        return plan.Call(new RecurrenceTemplate(op, rows, packing.Vectors), [.. Enumerable.Range(0, node.Inputs.Length).Select(i => i == 1 ? packed : plan.Input(i))], results);
    }

    private static InferenceContext Types(Node node) => new([.. node.Inputs.Select(v => v?.Type)], new Tensor?[node.Inputs.Length], node.Outputs.Length);
}
