using CompileModel.Diagnostics;

namespace CompileModel.IR;

/// <summary>
/// An operator whose results have as many elements along one axis as its data say. With constant operands the number is known; otherwise type inference gives it a number it may have, and
/// <see cref="Expand"/> writes how the results and the number are computed for room for <see cref="Bound"/>.
/// </summary>
/// <param name="Size">The number; -1 while it follows from constants.</param>
public abstract record DataSizedOperator(int Size) : Operator
{
    /// <inheritdoc/>
    public sealed override Stage Until => Stage.Typed;

    /// <summary>Whether constant operands say the number.</summary>
    public abstract bool IsKnown(InferenceContext context);

    /// <summary>The number that constant operands say.</summary>
    protected abstract int Count(InferenceContext context);

    /// <summary>The largest number that there can be.</summary>
    public abstract int Bound(InferenceContext context);

    /// <summary>Types of the results for a number.</summary>
    protected abstract IReadOnlyList<TensorType> Types(InferenceContext context, int count);

    /// <summary>Writes what is computed with room for <see cref="Size"/>.</summary>
    /// <param name="f">Takes the nodes.</param>
    /// <param name="inputs">Operands; null where one is left out.</param>
    /// <returns>All results, and the number as an int32 scalar.</returns>
    public abstract (IReadOnlyList<Value> Results, Value Count) Expand(Formula f, IReadOnlyList<Value?> inputs);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<TensorType> Infer(InferenceContext context) => [.. Types(context, Size >= 0 ? Size : IsKnown(context) ? Count(context) : throw new InferenceException(
        DiagnosticCodes.UnknownShape, $"the number of results of {Name} depends on data")).Take(context.Outputs)];

    /// <summary>The indexes of the elements that are not 0, in order, followed by zeros, and how many there are; int32.</summary>
    /// <param name="f">Takes the nodes.</param>
    /// <param name="flags">int32[n], 0 or 1.</param>
    protected static (Value Positions, Value Count) Positions(Formula f, Value flags)
    {
        var before = f.Add(new Operators.CumSum(true, false), flags, f.Constant(Tensor.From(ElementType.Int64, Shape.Scalar, [0L])));
        return (Placed(f, flags, before), f.Reduce(Operators.Reduction.Sum, flags, keepDims: false));
    }

    /// <summary>For each place the index of the element that goes there, zeros behind the last; int32[n].</summary>
    /// <param name="f">Takes the nodes.</param>
    /// <param name="flags">int32[n], 1 for elements that count, else 0.</param>
    /// <param name="places">int32[n], a place of its own for each element that counts, from 0 on.</param>
    protected static Value Placed(Formula f, Value flags, Value places)
    {
        int n = flags.Shape[0];
        // What does not count goes to one element behind the others.
        var target = f.Add(new Operators.Where(), f.Cast(flags, ElementType.Bool), places, f.Scalar(n, places));
        var all = f.Add(new Operators.ScatterElements(0, Operators.ScatterReduction.None), f.Constant(Tensor.Zeros(ElementType.Int32, [n + 1])), target, f.Table(ElementType.Int32, [n], i => i));
        return f.Slice(all, 0, 0, n);
    }

    /// <summary>1 where a value is not 0, int32.</summary>
    protected static Value Flags(Formula f, Value x) => f.Cast(f.Cast(x, ElementType.Bool), ElementType.Int32);
}
