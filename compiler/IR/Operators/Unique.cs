namespace CompileModel.IR.Operators;

/// <summary>
/// The distinct elements, or slices along an axis, in ascending order or that of their first places; where each is first, which one each element is, and how often each occurs (int64).
/// https://onnx.ai/onnx/operators/onnx__Unique.html
/// </summary>
/// <param name="Axis">The axis, negative from the end; null for the elements of the flattened operand.</param>
/// <param name="Sorted">Ascending, slices by their first difference.</param>
/// <param name="Size">How many there are; -1 while it follows from constants.</param>
public sealed record Unique(int? Axis, bool Sorted, int Size = -1) : DataSizedOperator(Size)
{
    /// <summary>Every pair of elements is compared.</summary>
    private const int MaxElements = 2048;

    /// <inheritdoc/>
    public override bool IsKnown(InferenceContext context) => context.Constant(0) is not null;

    /// <inheritdoc/>
    protected override int Count(InferenceContext context) => First(context.Constant(0)!).Distinct().Count();

    /// <inheritdoc/>
    public override int Bound(InferenceContext context) => Extent(context[0].Shape);

    /// <summary>For each element or slice of a constant the number of the first that equals it.</summary>
    public int[] First(Tensor x)
    {
        double[][] slices = Slices(x);
        return [.. slices.Select(s => Array.FindIndex(slices, other => other.SequenceEqual(s)))];
    }

    /// <summary>The elements of each slice of a constant.</summary>
    public double[][] Slices(Tensor x)
    {
        int extent = Extent(x.Shape), axis = Axis is { } a ? InferenceContext.Axis(a, x.Shape.Rank) : 0;
        long inner = Axis is null ? 1 : x.Shape.Strides()[axis];
        return [.. Enumerable.Range(0, extent).Select(i => Enumerable.Range(0, x.Count).Where(e => e / inner % extent == i).Select(x.AsDouble).ToArray())];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<TensorType> Types(InferenceContext context, int count)
    {
        int[] dims = Axis is null ? [count] : context[0].Shape.ToArray();
        if (Axis is { } axis) dims[InferenceContext.Axis(axis, dims.Length)] = count;
        TensorType Longs(int n) => new(ElementType.Int64, Shape.Of(n));
        return [new(context[0].Element, Shape.Of(dims)), Longs(count), Longs(Extent(context[0].Shape)), Longs(count)];
    }

    /// <inheritdoc/>
    public override (IReadOnlyList<Value> Results, Value Count) Expand(Formula f, IReadOnlyList<Value?> inputs)
    {
        var x = inputs[0]!;
        int n = Extent(x.Shape), axis = Axis is { } a ? InferenceContext.Axis(a, x.Shape.Rank) : 0, m = (int)(x.Shape.Count / n);
        if (n > MaxElements) throw new InferenceException(Diagnostics.DiagnosticCodes.UnsupportedTensor, $"{Name} compares all pairs, and takes at most {MaxElements} elements, not {n}");
        if (Axis is null) x = f.Reshape(x, n);
        int[] order = [axis, .. Enumerable.Range(0, x.Shape.Rank).Where(d => d != axis)];
        var lines = f.Reshape(f.Transpose(x, order), n, m);
        var (left, right) = (f.Reshape(lines, n, 1, m), f.Reshape(lines, 1, n, m));
        var (equal, less) = Compare(f, left, right, n, m);

        Value Number(Func<int, double> value, params int[] dims) => f.Table(ElementType.Int32, dims, value);
        var column = Number(i => i, 1, n);
        // The number of the first element that equals each one; whether that is itself.
        var first = f.Reduce(Reduction.Min, f.Add(new Where(), f.Cast(equal, ElementType.Bool), column, f.Scalar(n, column)), false, 1);
        var isFirst = f.Cast(f.Add(new Equal(), first, Number(i => i, n)), ElementType.Int32);
        // The place of each distinct one: how many distinct ones come before it.
        var before = Sorted ? f.Transpose(less, 1, 0) : Number(i => i % n < i / n ? 1 : 0, n, n);
        var place = f.Reduce(Reduction.Sum, f.Mul(before, f.Reshape(isFirst, 1, n)), false, 1);
        var positions = Placed(f, isFirst, place);
        var counts = f.Add(new Gather(0), f.Reduce(Reduction.Sum, equal, false, 1), positions);
        Value[] numbers = [positions, f.Add(new Gather(0), place, first), counts];
        return ([f.Add(new Gather(axis), x, positions), .. numbers.Select(v => f.Cast(v, ElementType.Int64))], f.Reduce(Reduction.Sum, isFirst, false));
    }

    /// <summary>For each pair of lines whether they are equal, and whether the left one comes first; int32[n,n].</summary>
    private static (Value Equal, Value Less) Compare(Formula f, Value left, Value right, int n, int m)
    {
        var differs = f.Cast(f.Add(new Not(), f.Add(new Equal(), left, right)), ElementType.Int32);
        var smaller = f.Cast(f.Add(new Less(), left, right), ElementType.Int32);
        var equal = f.Cast(f.Add(new Equal(), f.Reduce(Reduction.Max, differs, false, 2), f.Table(ElementType.Int32, [], _ => 0)), ElementType.Int32);
        if (m == 1) return (equal, f.Reshape(smaller, n, n));
        var earlier = f.Add(new CumSum(true, false), differs, f.Constant(Tensor.From(ElementType.Int64, Shape.Scalar, [2L])));
        var decides = f.Cast(f.Add(new Equal(), earlier, f.Table(ElementType.Int32, [], _ => 0)), ElementType.Int32);
        return (equal, f.Reduce(Reduction.Max, f.Mul(smaller, decides), false, 2));
    }

    private int Extent(Shape x) => Axis is { } axis ? x[InferenceContext.Axis(axis, x.Rank)] : (int)x.Count;
}
