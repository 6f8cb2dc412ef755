using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates an elementwise operator of two operands.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public abstract class BinaryEvaluator<TOperator> : ElementwiseEvaluator<TOperator> where TOperator : BinaryOperator
{
    /// <summary>The result for floats.</summary>
    protected virtual double Float(TOperator op, double a, double b) => throw new NotSupportedException($"{op.Name} of floats");

    /// <summary>The result for integers or bools.</summary>
    protected virtual Int128 Integer(TOperator op, Int128 a, Int128 b) => throw new NotSupportedException($"{op.Name} of integers");

    /// <inheritdoc/>
    protected sealed override double Float(TOperator op, ReadOnlySpan<double> args) => Float(op, args[0], args[1]);

    /// <inheritdoc/>
    protected sealed override Int128 Integer(TOperator op, ReadOnlySpan<Int128> args) => Integer(op, args[0], args[1]);
}
