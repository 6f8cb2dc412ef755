using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Winograd;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>Modelled cycles of a node of the fused graph on one thread: what its lowering strategy predicts, and where none does, a count of instructions and bytes.</summary>
public static class NodeCycles
{
    // Instructions of a step for one vector.
    private const double OfConversion = 3, OfStep = 1;

    // Instructions of a step where there are no vectors.
    private const double Scalar = 4;

    // Cycles of the division of one vector, which nothing overlaps with; instructions where multiplications take its place.
    private const double Division = 12, DivisionInOrder = 30, OfQuotient = 2;

    // What stays of a core's width in loops of loads, stores and short chains.
    private const double Efficiency = 0.6, EfficiencyInOrder = 0.35;

    /// <summary>The cycles of a node.</summary>
    /// <param name="graph">the fused graph</param>
    /// <param name="node">a node of it</param>
    /// <param name="target">the processor</param>
    /// <param name="forms">as in <see cref="LoweringContext"/></param>
    public static double Of(Graph graph, Node node, TargetProfile target, IReadOnlyDictionary<Node, WinogradForm> forms)
    {
        var c = new LoweringContext(graph, node, target, forms);
        var picked = Lowerings.All.SelectMany(l => l.Candidates(node, c)).FirstOrDefault(d => d.IsPicked && d.Obstacle is null && double.IsFinite(d.Cycles));
        if (picked is not null)
            return ConvolutionForms.WithReading(target, picked.Cycles, picked.WeightBytes) + Conversions(node, target);
        if (node.Operator.Until > Stage.Fused || Lowerings.Lower(graph, node, target, forms) is not { } plan)
            return 0;
        return plan.Steps.Sum(step => Step(step, target));
    }

    private static double Step(KernelPlan.Step step, TargetProfile target)
    {
        Layout[] inputs = [.. step.Inputs.Select(i => Layout.Dense(i.Type))], outputs = [.. step.Outputs.Select(o => Layout.Dense(o.Type))];
        var cycles = SharingModel.Cycles(target, step.Template, inputs, outputs);
        if (step.Template is not ElementwiseTemplate elementwise)
            return cycles;
        var lanes = elementwise.IsVector ? Lanes(target) : 1 / Scalar;
        return Math.Max(cycles, (double)outputs[0].Count / lanes * (OfSteps(elementwise.Body.Steps, target, elementwise.HasPlainDivisor) + (inputs.Length + 1) / Rate(target)));
    }

    /// <summary>Steps of a float product's epilogue that leave or enter integers; those of an integer product are part of its tiles.</summary>
    private static double Conversions(Node node, TargetProfile target)
    {
        if (node.Operator is not FusedOperator fused || node.Input(0).Element != ElementType.Float32)
            return 0;
        return (double)node.Output.Type.Shape.Count / Lanes(target) * OfSteps(fused.Epilogue.Steps.Where(s => s.Operator is QuantizeToGrid or Dequantize), target);
    }

    private static double OfSteps(IEnumerable<Step> steps, TargetProfile target, bool multiplies = false) => steps.Sum(s => s.Operator switch
    {
        QuantizeToGrid { IsFactor: false } when multiplies => (OfConversion + OfQuotient) / Rate(target),
        QuantizeToGrid { IsFactor: false } => OfConversion / Rate(target) + (target.Issue.InOrder ? DivisionInOrder : Division),
        QuantizeToGrid or Dequantize => OfConversion / Rate(target),
        _ => OfStep / Rate(target),
    });

    private static double Rate(TargetProfile target) => target.Issue.Width * (target.Issue.InOrder ? EfficiencyInOrder : Efficiency);

    private static int Lanes(TargetProfile target) => Math.Max(1, Isa.ForProfile(target.Isas).Lanes(ElementType.Float32));
}
