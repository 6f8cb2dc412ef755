using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: x * Sigmoid(a * x); x * HardSigmoid(1/6, 1/2)(x); x * Clamp(0, 6)(x + 3) / 6 in any order of factors; Clamp(0, 6)(x + 3) / 6;
/// 0.5 * x * (1 + Erf(x / sqrt 2)), or with Tanh(sqrt(2 / pi) (x + 0.044715 x^3)); x * Tanh(Softplus(x)).</para>
/// <para>Becomes: Swish(a), HardSwish, HardSigmoid(1/6, 1/2), Gelu, Mish.</para>
/// <para>Why: exporters spell activations out; as one operator they are one step of an epilogue with one vector kernel.</para>
/// <para>Where: after arithmetic is simplified (factors second, divisions by constants gone) and clips are clamps.</para>
/// </summary>
public sealed class RecognizeActivations : RewritePass<Mul>
{
    private const float Sixth = 1f / 6;

    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Mul op) => at.Output.Element.IsFloat() ? Constant(at) ?? Product(at, at[0], at[1]) ?? Product(at, at[1], at[0]) : null;

    /// <summary>y * c with a constant c.</summary>
    private static Value? Constant(Match at)
    {
        if (at[0].Type != at.Output.Type) return null;
        if (at.Is(at[1], Sixth))
        {
            if (Relu6Of3(at, at[0]) is { } x) return at.Add(new HardSigmoid(Sixth, 0.5f), x);
            if (at.Producer<Mul>(at[0]) is { } product)
            {
                if (Relu6Of3(at, product.Input(0)) is { } a && a == product.Input(1)) return at.Add(new HardSwish(), a);
                if (Relu6Of3(at, product.Input(1)) is { } b && b == product.Input(0)) return at.Add(new HardSwish(), b);
            }
        }
        if (at.Is(at[1], 0.5) && at.Producer<Mul>(at[0]) is { } gelu) return Gelu(at, gelu.Input(0), gelu.Input(1)) ?? Gelu(at, gelu.Input(1), gelu.Input(0));
        return null;
    }

    private static Value? Product(Match at, Value x, Value gate)
    {
        if (x.Type != at.Output.Type) return null;
        if (at.Producer<Sigmoid>(gate) is { } sigmoid)
        {
            if (sigmoid.Input(0) == x) return at.Add(new Swish(1), x);
            if (at.Producer<Mul>(sigmoid.Input(0)) is { } scaled && scaled.Input(0) == x && at.Uniform(scaled.Input(1)) is { } alpha) return at.Add(new Swish((float)alpha), x);
        }
        if (at.Producer<HardSigmoid>(gate) is { Operator: HardSigmoid h } hard && hard.Input(0) == x && Math.Abs(h.Alpha - Sixth) < 1e-6 && h.Beta == 0.5f) return at.Add(new HardSwish(), x);
        if (at.Producer<Tanh>(gate) is { } tanh && at.Producer<Softplus>(tanh.Input(0)) is { } softplus && softplus.Input(0) == x) return at.Add(new Mish(), x);
        if (at.Producer<Mul>(x) is { } half && at.Is(half.Input(1), 0.5) && half.Input(0).Type == x.Type) return Gelu(at, half.Input(0), gate);
        if (at.Producer<Mul>(gate) is { } halfGate && at.Is(halfGate.Input(1), 0.5)) return Gelu(at, x, halfGate.Input(0));
        return null;
    }

    /// <summary>x when y is Clamp(0, 6)(x + 3).</summary>
    private static Value? Relu6Of3(Match at, Value y) =>
        at.Producer<Clamp>(y) is { Operator: Clamp { Min: 0, Max: 6 } } clamp && at.Producer<Add>(clamp.Input(0)) is { } sum && at.Is(sum.Input(1), 3) && sum.Input(0).Type == y.Type ? sum.Input(0) : null;

    /// <summary>Gelu(x) when gate is 1 + Erf(x / sqrt 2), or its approximation.</summary>
    private static Value? Gelu(Match at, Value x, Value gate)
    {
        if (x.Type != at.Output.Type || at.Producer<Add>(gate) is not { } sum || !at.Is(sum.Input(1), 1)) return null;
        if (at.Producer<Tanh>(sum.Input(0)) is { } tanh) return IsGeluAngle(at, tanh.Input(0), x) ? at.Add(new Gelu(true), x) : null;
        if (at.Producer<Erf>(sum.Input(0)) is not { } erf) return null;
        return at.Producer<Mul>(erf.Input(0)) is { } scaled && scaled.Input(0) == x && at.Is(scaled.Input(1), Math.Sqrt(0.5)) ? at.Add(new Gelu(false), x) : null;
    }

    /// <summary>Whether y is sqrt(2 / pi) (x + 0.044715 x^3).</summary>
    private static bool IsGeluAngle(Match at, Value y, Value x)
    {
        if (at.Producer<Mul>(y) is not { } scaled || !at.Is(scaled.Input(1), Math.Sqrt(2 / Math.PI)) || at.Producer<Add>(scaled.Input(0)) is not { } sum) return false;
        return Match.Other(sum, x) is { } cubic && Power(at, cubic, x) is (3, var factor) && Math.Abs(factor - 0.044715) < 1e-6;
    }

    /// <summary>n and c when y is a product c x^n, in whatever order it is written.</summary>
    private static (int Exponent, double Factor)? Power(Match at, Value y, Value x, int depth = 0)
    {
        if (depth > 4) return null;
        if (y == x) return (1, 1);
        if (at.Uniform(y) is { } constant) return (0, constant);
        return at.Producer<Mul>(y) is { } product && Power(at, product.Input(0), x, depth + 1) is var (n, a) && Power(at, product.Input(1), x, depth + 1) is var (m, b) ? (n + m, a * b) : null;
    }
}
