namespace CompileModel.IR.Operators;

/// <summary>
/// Depthwise convolution along the last axis that looks back only. Operands: x [B,C,L], weights [C,1,K], bias [C] (optional), the K - 1 elements before x [B,C,K-1]
/// (optional, 0). Results: [B,C,L] and the last K - 1 elements. https://onnx.ai/onnx/operators/onnx__CausalConvWithState.html
/// </summary>
/// <param name="IsSwish">Whether the sum x becomes x sigmoid(x).</param>
public sealed record CausalConvWithState(bool IsSwish) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var (x, w, bias) = (Required(inputs, 0), Required(inputs, 1), Optional(inputs, 2));
        InferenceContext.Check(x.Shape.Rank == 3 && w.Shape.Rank == 3 && w.Shape[0] == x.Shape[1] && w.Shape[1] == 1, $"weights {w.Shape} do not fit {x.Shape}");
        int batch = x.Shape[0], channels = x.Shape[1], before = w.Shape[2] - 1;
        var padded = before == 0 ? x : f.Concat(2, Optional(inputs, 3) ?? f.Table(x.Element, [batch, channels, before], _ => 0), x);
        // 16-bit floats are storage only: the sum is not rounded before the activation.
        var computed = x.Element == ElementType.Float64 ? ElementType.Float64 : ElementType.Float32;
        Value?[] operands = [.. ((Value?[])[padded, w, bias]).Select(v => v is null ? null : f.Cast(v, computed))];
        var sum = f.Add(new Conv([], [], [], channels, AutoPad.NotSet), bias is null ? operands[..2] : operands);
        var result = f.Cast(IsSwish ? f.Add(new Swish(1), sum) : sum, x.Element);
        return outputs < 2 ? [result] : [result, f.Slice(padded, 2, padded.Shape[2] - before, padded.Shape[2])];
    }
}
