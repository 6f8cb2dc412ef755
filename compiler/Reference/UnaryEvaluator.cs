using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates an elementwise operator of one operand.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public abstract class UnaryEvaluator<TOperator> : ElementwiseEvaluator<TOperator> where TOperator : UnaryOperator
{
    /// <summary>The result for a float.</summary>
    protected virtual double Float(TOperator op, double x) => throw new NotSupportedException($"{op.Name} of floats");

    /// <summary>The result for an integer or bool.</summary>
    protected virtual Int128 Integer(TOperator op, Int128 x) => throw new NotSupportedException($"{op.Name} of integers");

    /// <inheritdoc/>
    protected sealed override double Float(TOperator op, ReadOnlySpan<double> args) => Float(op, args[0]);

    /// <inheritdoc/>
    protected sealed override Int128 Integer(TOperator op, ReadOnlySpan<Int128> args) => Integer(op, args[0]);
}
