using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>QuantizeLinear(op(DequantizeLinear(a), DequantizeLinear(b), ...))</c> of 8-bit values where op is Conv, MatMul, Gemm or GlobalAveragePool; behind op, a Relu or Clip
/// that cuts nothing the quantised type can hold.</para>
/// <para>Becomes: the quantised operator: QLinearConv, QLinearMatMul, QGemm, QLinearGlobalAveragePool.</para>
/// <para>Why: sums of integers are exact, so results are those of integer arithmetic and do not depend on the order of additions; ONNX Runtime computes them so.</para>
/// <para>Where: before quantised operators are expanded.</para>
/// </summary>
public sealed class QuantizeProducts : RewritePass<QuantizeLinear>
{
    private const double SameScale = 1e-3;

    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, QuantizeLinear op)
    {
        if (op.Block != 0 || at.Node.OptionalInput(2) is not { } zero || !IsByte(zero) || !IsOne(at[1]) || !IsOne(zero)) return null;
        if (Source(at, at[0], at[1], zero) is not { Outputs.Length: 1 } node || node.Output.Element != ElementType.Float32 || !at.Graph.HasSingleUse(node.Output)) return null;
        Node?[] parts = [.. node.Inputs.Select(v => at.Producer<DequantizeLinear>(v))];
        if (parts.Length == 0 || parts.Any(p => p is not { Operator: DequantizeLinear { Block: 0 } }) || parts.Take(2).Any(p => !IsByte(p!.Input(0)))) return null;
        Value?[] result = [at[1], zero];
        return node.Operator switch
        {
            Conv conv when IsPlain(parts[0]) && IsWeights(at, parts[1]!, conv) && Bias(at, parts) is { } bias => Put(new QLinearConv(conv), [.. Triple(parts[0]), .. Triple(parts[1]), .. result, .. bias]),
            MatMul when parts.All(IsPlain) => Put(new QLinearMatMul(), [.. Triple(parts[0]), .. Triple(parts[1]), .. result]),
            Gemm { Beta: 1 } g when parts.Take(2).All(IsPlain) && Bias(at, parts) is { } bias =>
                Put(new QGemm(g.Alpha, g.TransA, g.TransB), [.. Triple(parts[0]), .. Triple(parts[1]), .. bias.Length > 0 ? bias : [null], .. result]),
            GlobalAveragePool when IsPlain(parts[0]) => Put(new QLinearGlobalAveragePool(false), [.. Triple(parts[0]), .. result]),
            _ => null,
        };

        Value Put(Operator quantized, Value?[] operands) => at.Add(quantized, operands, node);
    }

    /// <summary>What is quantised, looking through an activation that changes nothing the result can hold.</summary>
    private static Node? Source(Match at, Value value, Value scale, Value zero)
    {
        var node = at.Graph.Producer(value);
        if (node is not { Operator: Relu or Clip } || !at.Graph.HasSingleUse(value)) return node;
        if (at.Uniform(scale) is not { } step || at.Uniform(zero) is not { } shift) return node;
        var (least, most) = zero.Element.Range();
        double? low = node.Operator is Relu ? 0 : at.Uniform(node.Input(1)), high = node.Operator is Relu ? double.PositiveInfinity : at.Uniform(node.Input(2));
        bool cuts = low is null || high is null || low - (((double)least - shift) * step) > step * 1e-3 || (((double)most - shift) * step) - high > step * 1e-3;
        return cuts ? node : at.Graph.Producer(node.Input(0));
    }

    private static bool IsByte(Value value) => value.Element is ElementType.UInt8 or ElementType.Int8;

    private static bool IsOne(Value value) => value.Shape.Count == 1;

    /// <summary>One scale and zero point for all.</summary>
    private static bool IsPlain(Node? part) => IsOne(part!.Input(1)) && part.OptionalInput(2) is { } zero && IsOne(zero);

    private static bool IsWeights(Match at, Node part, Conv conv) => part.OptionalInput(2) is not null && at.Graph.Constant(part.Input(0)) is not null && at.Graph.Constant(part.Input(2)) is not null
        && conv.Groups > 0 && (IsOne(part.Input(1)) || InferenceContext.Axis(((DequantizeLinear)part.Operator).Axis, part.Input(0).Shape.Rank) == 0);

    /// <summary>The bias as int32 in units of both scales; empty when there is none, null when it is something else.</summary>
    private static Value?[]? Bias(Match at, Node?[] parts)
    {
        if (parts.Length < 3) return [];
        var part = parts[2]!;
        if (part.Input(0).Element != ElementType.Int32 || at.Graph.Constant(part.Input(0)) is null) return null;
        if (part.OptionalInput(2) is { } zero && at.Uniform(zero) is not 0) return null;
        if (at.Graph.Constant(part.Input(1)) is not { } own || at.Graph.Constant(parts[0]!.Input(1)) is not { } x || at.Graph.Constant(parts[1]!.Input(1)) is not { } w) return null;
        for (int i = 0; i < Math.Max(own.Count, w.Count); i++)
        {
            double expected = x.AsDouble(0) * w.AsDouble(i % w.Count);
            if (Math.Abs(own.AsDouble(i % own.Count) - expected) > SameScale * expected) return null;
        }
        return [part.Input(0)];
    }

    private static Value?[] Triple(Node? part) => [part!.Input(0), part.Input(1), part.OptionalInput(2)];
}
