namespace CompileModel.IR.Operators;

/// <summary>Determinants of [...,M,M] by elimination with the largest element of a column as pivot, M up to <see cref="MostRows"/>. https://onnx.ai/onnx/operators/onnx__Det.html</summary>
public sealed record Det : CompositeOperator
{
    /// <summary>The elimination is written out row by row; larger matrices are refused.</summary>
    public const int MostRows = 32;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        int rank = x.Shape.Rank;
        InferenceContext.CheckType(x.Element.IsFloat(), $"{Name} takes floats, got {x.Type}");
        InferenceContext.Check(rank >= 2 && x.Shape[^1] == x.Shape[^2] && x.Shape[^1] is > 0 and <= MostRows, $"{Name} takes square matrices of up to {MostRows} rows, got {x.Shape}");
        int[] outer = x.Shape.ToArray()[..^2];
        int batch = outer.Aggregate(1, (a, b) => a * b), n = x.Shape[^1];
        var matrix = f.Reshape(x, batch, n, n);
        Value? determinant = null;
        for (; n > 1; n--)
        {
            var column = f.Slice(matrix, 2, 0, 1);
            var row = f.Add(new ArgMax(1, true, false), f.Add(new Abs(), column));
            var pivotRow = f.Add(new GatherElements(1), matrix, f.Add(new BroadcastTo([batch, 1, n]), row));
            // The first row takes the place of the pivot's; its sign changes unless they are the same.
            var isFirst = f.Add(new Equal(), row, f.Scalar(0, row));
            var isPivot = f.Add(new Equal(), row, f.Table(ElementType.Int64, [1, n - 1, 1], i => i + 1));
            var rest = f.Add(new Where(), isPivot, f.Slice(matrix, 1, 0, 1), f.Slice(matrix, 1, 1, n));
            var pivot = f.Slice(pivotRow, 2, 0, 1);
            var signed = f.Add(new Where(), isFirst, pivot, f.Add(new Neg(), pivot));
            determinant = determinant is null ? signed : f.Mul(determinant, signed);
            // A column of zeros: the determinant is 0 whatever the rest holds.
            var isZero = f.Add(new Equal(), pivot, f.Scalar(0, pivot));
            var factors = f.Add(new Div(), f.Slice(rest, 2, 0, 1), f.Add(new Where(), isZero, f.Scalar(1, pivot), pivot));
            matrix = f.Add(new Sub(), f.Slice(rest, 2, 1, n), f.Mul(factors, f.Slice(pivotRow, 2, 1, n)));
        }
        return [f.Reshape(determinant is null ? matrix : f.Mul(determinant, matrix), outer)];
    }
}
