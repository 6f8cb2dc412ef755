using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Elementwise;

/// <summary>Elementwise expressions, and single elementwise operators that no expression took in.</summary>
public sealed class ElementwiseLowering : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        var body = node.Operator switch
        {
            IR.Operators.Fused.Elementwise fused => fused.Body,
            ElementwiseOperator single => new Expression(single.Arity, [new Step(single, Ints.Range(single.Arity))]),
            _ => null,
        };
        if (body is null || ElementwiseTemplate.For(body, [.. node.PresentInputs.Select(i => i.Element)]) is not { } template) return null;
        var plan = context.Plan();
        var divisor = ByteResult.Divisor(body);
        var hasPlain = divisor >= 0 && PlainQuotient.Serves((QuantizeToGrid)body.Steps[^2].Operator, context.Constant(divisor));
        return plan.Call(template with { HasPlainDivisor = hasPlain }, [.. Enumerable.Range(0, node.Inputs.Length).Select(plan.Input)], plan.Output());
    }
}
