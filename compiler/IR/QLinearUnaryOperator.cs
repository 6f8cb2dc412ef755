using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>An operator of the domain com.microsoft on quantised values that is a function of the real ones. Operands: x, its scale and zero point, scale and zero point of the result;
/// zero points may be left out.</summary>
public abstract record QLinearUnaryOperator : CompositeOperator
{
    /// <summary>What is computed, in float32.</summary>
    protected abstract Value Map(Formula f, Value x);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        Value? One(int i) => Optional(inputs, i) is { } parameter ? Quantization.Along(f, parameter, x.Shape, 1) : null;
        var result = Map(f, Quantization.Real(f, x, One(1)!, One(2)));
        return [Quantization.Rounded(f, result, One(3)!, One(4), One(4)?.Element ?? x.Element)];
    }
}
