namespace CompileModel.IR.Operators;

/// <summary>
/// For each batch and class the boxes with the highest scores that do not overlap much, as rows (batch, class, box) of int64. Operands: boxes[B,N,4], scores[B,C,N], and, each of
/// which may be left out, the most boxes of a class (0), the largest overlap (0) and the score that is not enough. https://onnx.ai/onnx/operators/onnx__NonMaxSuppression.html
/// </summary>
/// <param name="CenterPointBox">Boxes are (x, y, width, height) with x, y in the middle, instead of two corners (y, x, y, x).</param>
/// <param name="Size">Number of rows; -1 while it follows from constants.</param>
public sealed record NonMaxSuppression(bool CenterPointBox, int Size = -1) : DataSizedOperator(Size)
{
    /// <inheritdoc/>
    public override bool IsKnown(InferenceContext context) => Enumerable.Range(0, context.Inputs).All(i => !context.Has(i) || context.Constant(i) is not null);

    /// <inheritdoc/>
    protected override int Count(InferenceContext context) => Select([.. Enumerable.Range(0, context.Inputs).Select(context.Constant)]).Count;

    /// <inheritdoc/>
    public override int Bound(InferenceContext context)
    {
        var scores = context[1].Shape;
        long most = !context.Has(2) ? 0 : context.Constant(2) is { } limit ? limit.AsLong(0) : scores[2];
        return scores[0] * scores[1] * (int)Math.Clamp(most, 0, scores[2]);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<TensorType> Types(InferenceContext context, int count)
    {
        var (boxes, scores) = (context[0].Shape, context[1].Shape);
        InferenceContext.Check(boxes.Rank == 3 && scores.Rank == 3 && boxes[2] == 4 && boxes[0] == scores[0] && boxes[1] == scores[2], $"boxes {boxes} and scores {scores} must be [B,N,4] and [B,C,N]");
        return [new(ElementType.Int64, Shape.Of(count, 3))];
    }

    /// <summary>The rows for constant operands.</summary>
    public IReadOnlyList<(int Batch, int Class, int Box)> Select(IReadOnlyList<Tensor?> inputs)
    {
        var (boxes, scores) = (inputs[0]!, inputs[1]!);
        double Number(int i, double absent) => i < inputs.Count && inputs[i] is { Count: > 0 } t ? t.AsDouble(0) : absent;
        var (most, overlap, enough) = (Number(2, 0), (float)Number(3, 0), Number(4, double.NegativeInfinity));
        int classes = scores.Shape[1], n = scores.Shape[2];
        var rows = new List<(int, int, int)>();
        for (int line = 0; line < scores.Shape[0] * classes; line++)
        {
            var (batch, kept) = (line / classes, new List<int>());
            foreach (int box in Enumerable.Range(0, n).Where(i => scores.AsDouble(line * n + i) > enough).OrderByDescending(i => scores.AsDouble(line * n + i)))
            {
                if (kept.Count >= most) break;
                if (kept.All(k => Overlap(Corners(boxes, batch * n + k), Corners(boxes, batch * n + box)) is not { } iou || !(iou > overlap))) kept.Add(box);
            }
            rows.AddRange(kept.Select(k => (batch, line % classes, k)));
        }
        return rows;
    }

    /// <inheritdoc/>
    public override (IReadOnlyList<Value> Results, Value Count) Expand(Formula f, IReadOnlyList<Value?> inputs)
    {
        var (boxes, scores) = (inputs[0]!, inputs[1]!);
        int b = scores.Shape[0], c = scores.Shape[1], n = scores.Shape[2];
        Value? Limit(int i) => i < inputs.Count && inputs[i] is { } given ? f.Reshape(given) : null;
        int most = Size / (b * c);
        if (Limit(4) is { } enough) scores = f.Add(new Where(), f.Add(new Greater(), scores, enough), scores, f.Scalar(double.NegativeInfinity, scores));
        var zeros = f.Constant(Tensor.Zeros(ElementType.Int32, [b, c, most]));
        var trips = new Iterate(Trip(boxes.Element, b, c, n, most), most, true, 3, [], [], [], []);
        var last = f.AddMany(trips, [f.Data(inputs[2]) is null ? Limit(2) : null, null, scores, zeros, zeros, .. Corners(f, boxes, b, n), Limit(3) ?? f.Scalar(0, boxes)], 3);
        int rows = b * c * most;
        var (positions, count) = Positions(f, f.Reshape(last[2], rows));
        Value Per(Value x, int by) => f.Add(new Div(), x, f.Scalar(by, x));
        Value[] columns = [Per(positions, c * most), f.Add(new Mod(false), Per(positions, most), f.Scalar(c, positions)), f.Add(new Gather(0), f.Reshape(last[1], rows), positions)];
        return ([f.Cast(f.Concat(1, [.. columns.Select(v => f.Reshape(v, rows, 1))]), ElementType.Int64)], count);
    }

    /// <summary>One box of every class: the best that is left; what overlaps it is left no more.</summary>
    private static Graph Trip(ElementType element, int b, int c, int n, int most)
    {
        Value Open(string name, ElementType type, params int[] dims) => new(name, new(type, Shape.Of(dims)));
        Value trip = Open("trip", ElementType.Int64), scores = Open("scores", element, b, c, n), picked = Open("picked", ElementType.Int32, b, c, most), valid = Open("valid", ElementType.Int32, b, c, most);
        Value[] corners = [.. new[] { "y1", "x1", "y2", "x2" }.Select(name => Open(name, element, b, 1, n))];
        var overlap = Open("overlap", element);
        var f = new Formula(_ => null);
        Value Of(Operator op, params Value[] operands) => f.Add(op, operands);
        var counter = f.Table(ElementType.Int32, [1, 1, n], i => i);
        var best = f.Reduce(Reduction.Max, scores, true, 2);
        var any = Of(new Greater(), best, f.Scalar(double.NegativeInfinity, scores));
        var index = f.Reduce(Reduction.Min, Of(new Where(), Of(new Equal(), scores, best), counter, f.Scalar(n, counter)), true, 2);
        index = Of(new Min(), index, f.Scalar(n - 1, counter));

        Value[] own = [.. corners.Select(k => f.Reshape(f.Add(new GatherElements(2), k, f.Reshape(index, b, 1, c)), b, c, 1))];
        Value Side(int low, int high, Value[] x) => Of(new Sub(), x[high], x[low]);
        Value Common(int low, int high) => Of(new Max(), Of(new Sub(), Of(new Min(), corners[high], own[high]), Of(new Max(), corners[low], own[low])), f.Scalar(0, scores));
        var shared = f.Mul(Common(0, 2), Common(1, 3));
        var union = Of(new Sub(), f.Sum(f.Mul(Side(0, 2, corners), Side(1, 3, corners)), f.Mul(Side(0, 2, own), Side(1, 3, own))), shared);
        var covered = Of(new Greater(), Of(new Div(), shared, union), overlap);
        var gone = Of(new Or(), covered, Of(new Equal(), counter, index));

        var now = Of(new Equal(), f.Table(ElementType.Int32, [1, 1, most], i => i), f.Cast(trip, ElementType.Int32));
        var goes = f.Cast(f.Reduce(Reduction.Max, f.Cast(any, ElementType.Int32), false), ElementType.Bool);
        Value[] next = [goes, Of(new Where(), gone, f.Scalar(double.NegativeInfinity, scores), scores), Of(new Where(), now, index, picked), Of(new Where(), now, f.Cast(any, ElementType.Int32), valid)];
        return f.ToGraph("suppression", [trip, scores, picked, valid, .. corners, overlap], next);
    }

    /// <summary>y1, x1, y2, x2 of all boxes, [B,1,N] each.</summary>
    private Value[] Corners(Formula f, Value boxes, int b, int n)
    {
        Value[] parts = [.. Enumerable.Range(0, 4).Select(k => f.Reshape(f.Slice(boxes, 2, k, k + 1), b, 1, n))];
        Value Edge(Value middle, Value size, double sign) => f.Sum(middle, f.Mul(size, f.Scalar(sign / 2, size)));
        if (CenterPointBox) return [Edge(parts[1], parts[3], -1), Edge(parts[0], parts[2], -1), Edge(parts[1], parts[3], 1), Edge(parts[0], parts[2], 1)];
        return [f.Add(new Min(), parts[0], parts[2]), f.Add(new Min(), parts[1], parts[3]), f.Add(new Max(), parts[0], parts[2]), f.Add(new Max(), parts[1], parts[3])];
    }

    private (float Y1, float X1, float Y2, float X2) Corners(Tensor boxes, int box)
    {
        float[] p = [.. Enumerable.Range(0, 4).Select(k => (float)boxes.AsDouble(box * 4 + k))];
        return CenterPointBox ? (p[1] - p[3] / 2, p[0] - p[2] / 2, p[1] + p[3] / 2, p[0] + p[2] / 2) : (Math.Min(p[0], p[2]), Math.Min(p[1], p[3]), Math.Max(p[0], p[2]), Math.Max(p[1], p[3]));
    }

    private static float? Overlap((float Y1, float X1, float Y2, float X2) a, (float Y1, float X1, float Y2, float X2) b)
    {
        float shared = Math.Max(0, Math.Min(a.Y2, b.Y2) - Math.Max(a.Y1, b.Y1)) * Math.Max(0, Math.Min(a.X2, b.X2) - Math.Max(a.X1, b.X1));
        float union = (a.Y2 - a.Y1) * (a.X2 - a.X1) + (b.Y2 - b.Y1) * (b.X2 - b.X1) - shared;
        return union > 0 ? shared / union : null;
    }
}
