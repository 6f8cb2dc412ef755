using System.Globalization;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;

namespace CompileModel.Kernels.Recurrent;

/// <summary>One step of a block of sequences: for each panel of results the sums of all gates, then what the cell makes of them.</summary>
internal sealed class RecurrenceStep(RoutineBuilder b, Recurrence op, PanelPacking packing, int hidden)
{
    /// <summary>Products of the inputs, gate after gate; a pointer for each sequence.</summary>
    public required IReadOnlyList<Ptr> Products { get; init; }

    /// <summary>Where the new states go.</summary>
    public required IReadOnlyList<Ptr> Results { get; init; }

    /// <summary>Cell states, which are replaced.</summary>
    public required IReadOnlyList<Ptr> Cells { get; init; }

    /// <summary>Where states times reset gates go.</summary>
    public required IReadOnlyList<Ptr> Resets { get; init; }

    /// <summary>States of the step before.</summary>
    public required IReadOnlyList<Ptr> States { get; init; }

    /// <summary>Writes the step.</summary>
    public void Emit()
    {
        switch (op.Cell)
        {
            case RecurrentCell.Simple:
                Panels([0], States, Input, (at, sums) => at.Store(Results, Activate(op.Gate, sums[0])));
                break;
            case RecurrentCell.Gru:
                // The candidate needs all of the reset state: its products are a second pass. The update gate waits where the result will be.
                Panels([0, 1], States, Input, (at, sums) =>
                {
                    at.Store(Results, Activate(op.Gate, sums[0]));
                    at.Store(Resets, b.Mul(Activate(op.Gate, sums[1]), at.Load(States, "h"), "reset"));
                });
                Panels([2], Resets, Input, (at, sums) => at.Store(Results, Mix(at.Load(Results, "z"), Activate(op.Candidate, sums[0]), at.Load(States, "h"))));
                break;
            case RecurrentCell.GruLinear:
                Panels([0, 1, 2], States, (gate, at) => gate < 2 ? Input(gate, at) : op.HasBias ? at.Load(b.Pointer(Name(op.BiasAt)), "bias") : b.Zero(ElementType.Float32, "sum"), (at, sums) =>
                {
                    var reset = b.Fma(Activate(op.Gate, sums[1]), sums[2], Input(2, at), "candidate");
                    at.Store(Results, Mix(Activate(op.Gate, sums[0]), Activate(op.Candidate, reset), at.Load(States, "h")));
                });
                break;
            default:
                Panels([0, 1, 2, 3], States, Input, Lstm);
                break;
        }
    }

    private void Lstm(RecurrencePlace at, IReadOnlyList<Vec> sums)
    {
        var before = at.Load(Cells, "c");
        Vec Seen(int gate, Vec sum, Vec cell) => op.HasPeepholes ? b.Fma(at.Load(b.Pointer(Name(op.PeepholesAt)) + gate * hidden, "peephole"), cell, sum, "seen") : sum;
        var input = Activate(op.Gate, Seen(0, sums[0], before));
        var forget = op.Cell == RecurrentCell.LstmCoupled ? b.Sub(b.Constant(1f), input, "forget") : Activate(op.Gate, Seen(2, sums[2], before));
        var cell = b.Fma(forget, before, b.Mul(input, Activate(op.Candidate, sums[3]), "added"), "cell");
        at.Store(Cells, cell);
        var output = Activate(op.Gate, Seen(1, sums[1], cell));
        at.Store(Results, b.Mul(output, Activate(op.Output, cell), "state"));
    }

    private Vec Input(int gate, RecurrencePlace at) => at.Load(Products[at.Row] + gate * hidden, "sum");

    private Vec Mix(Vec z, Vec candidate, Vec state) => b.Fma(z, b.Sub(state, candidate, "difference"), candidate, "mixed");

    private Vec Activate(Expression function, Vec v)
    {
        if (op.Clip > 0) v = b.Max(b.Min(v, b.Constant(op.Clip), "clipped"), b.Constant(-op.Clip), "clipped");
        return ElementwiseKernels.Emit(b, function, v);
    }

    /// <summary>Sums of some gates over the factors, panel by panel; <paramref name="finish"/> gets those of one sequence and vector.</summary>
    private void Panels(IReadOnlyList<int> gates, IReadOnlyList<Ptr> factors, Func<int, RecurrencePlace, Vec> start, Action<RecurrencePlace, IReadOnlyList<Vec>> finish)
    {
        int whole = packing.IsUniform ? packing.Panels : packing.Panels - 1;
        b.For("p", 0, whole, p => Panel(p, packing.Vectors, packing.Lanes));
        if (whole < packing.Panels) b.Scope(() => Panel(whole, packing.LastVectors, packing.LastLanes));

        void Panel(Int panel, int vectors, int lastLanes)
        {
            var column = panel.Constant is null ? b.Let("column", panel * packing.Width) : panel * packing.Width;
            RecurrencePlace[][] places = [.. factors.Select((_, r) => Enumerable.Range(0, vectors)
                .Select(v => new RecurrencePlace(b, r, column + v * packing.Lanes, v == vectors - 1 ? lastLanes : packing.Lanes)).ToArray())];
            Vec[][][] sums = [.. places.Select(row => row.Select(at => gates.Select(g => b.Variable("acc", start(g, at))).ToArray()).ToArray())];
            Ptr[] weights = [.. gates.Select(g => b.Let("w", b.Pointer("in1") + (g * packing.Floats(hidden) + column * hidden)))];
            Multiply(sums, weights, factors, vectors);
            for (int r = 0; r < places.Length; r++)
                for (int v = 0; v < vectors; v++) finish(places[r][v], sums[r][v]);
        }
    }

    private void Multiply(Vec[][][] sums, Ptr[] weights, IReadOnlyList<Ptr> factors, int vectors)
    {
        int step = vectors * packing.Lanes, unroll = b.Isa.HasLaneFma ? packing.Lanes : Math.Clamp(16 / (sums.Length * weights.Length * vectors), 1, 4);
        int whole = hidden / unroll * unroll;
        b.For("k", 0, whole, unroll, k => Factors(k, unroll, b.Isa.HasLaneFma));
        if (whole < hidden) Factors(whole, hidden - whole, false);

        // Memory bounds the loop: loads stand ahead of their use where the core does not look for them itself.
        void Factors(Int k, int count, bool byLane) => b.Scheduled(b.Target.VectorRegisters - sums.Length * weights.Length * vectors, splitLoads: false, () =>
        {
            Vec[] lanes = [];
            for (int i = 0; i < count; i++)
            {
                if (byLane && i % packing.Lanes == 0) lanes = [.. factors.Select(f => b.Load(f + (k + i), "f"))];
                Vec[] broadcast = byLane ? [] : [.. factors.Select(f => b.LoadBroadcast(f + (k + i), "f"))];
                for (int v = 0; v < vectors; v++)
                {
                    for (int g = 0; g < weights.Length; g++)
                    {
                        var w = b.Load(weights[g] + (i * step + v * packing.Lanes), "r");
                        for (int r = 0; r < sums.Length; r++)
                        {
                            if (byLane) b.FmaLaneInto(sums[r][v][g], w, lanes[r], i % packing.Lanes);
                            else b.FmaInto(sums[r][v][g], w, broadcast[r]);
                        }
                    }
                }
            }
            foreach (var w in weights) b.Advance(w, count * step);
        });
    }

    private static string Name(int operand) => string.Create(CultureInfo.InvariantCulture, $"in{operand}");
}
