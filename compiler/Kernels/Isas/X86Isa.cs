using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>What AVX2 and AVX-512 have in common: factors are broadcast from memory, tails use masked loads and stores.</summary>
public abstract partial class X86Isa : Isa
{
    /// <summary>The C# class that holds an operation for a type.</summary>
    protected abstract string Class(VectorOp op, ElementType width);

    /// <summary>The vector type without its element: Vector256 or Vector512.</summary>
    protected abstract string VectorClass { get; }

    /// <summary>A constant mask with the first lanes set.</summary>
    protected string FirstLanes(ElementType type, int count)
        => $"{VectorClass}.Create({string.Join(", ", Enumerable.Range(0, Lanes(type)).Select(i => i < count ? "-1" : "0"))})"
           + (type == ElementType.Float32 ? ".AsSingle()" : "");

    public override int TileSize(ElementType type) => type.Size() == 4 ? 8 : 0;

    // 256-bit vectors in AVX-512 code too: a row of the square is half a cache line.
    public override IEnumerable<(string Text, StatementKind Kind)> TransposeTile(Func<string, string> unique, IReadOnlyList<Ptr> rows, IReadOnlyList<Ptr> columns)
    {
        var list = new StatementList(unique);
        var (pairs, quads) = (new string[8], new string[8]);
        for (int i = 0; i < 8; i += 2)
        {
            string a = list.Let("row", $"Avx.LoadVector256({rows[i]})", StatementKind.Load), b = list.Let("row", $"Avx.LoadVector256({rows[i + 1]})", StatementKind.Load);
            (pairs[i], pairs[i + 1]) = (list.Let("pair", $"Avx.UnpackLow({a}, {b})"), list.Let("pair", $"Avx.UnpackHigh({a}, {b})"));
        }
        for (int i = 0; i < 8; i++)
        {
            int half = i / 4 * 4;
            quads[i] = list.Let("quad", $"Avx.Shuffle({pairs[half + i % 4 / 2]}, {pairs[half + 2 + i % 4 / 2]}, {(i % 2 == 0 ? "0x44" : "0xEE")})");
        }
        for (int i = 0; i < columns.Count; i++)
        {
            string column = list.Let("column", $"Avx.Permute2x128({quads[i % 4]}, {quads[4 + i % 4]}, {(i < 4 ? "0x20" : "0x31")})");
            list.Store($"Avx.Store({columns[i]}, {column});");
        }
        return list.Statements;
    }

    public override string Constant(ElementType type, double value) => value == 0 && !double.IsNegative(value)
        ? Zero(type) : $"{VectorClass}.Create({ScalarIsa.Literal(type, value)})";

    public override string Zero(ElementType type) => $"{VectorClass}<{ScalarIsa.CSharpType(type)}>.Zero";

    public override string LoadBroadcast(Ptr p) => $"{VectorClass}.Create({p.Element})";

    public override string LoadBroadcastPair(Ptr p) => $"{VectorClass}.Create(*(int*)({p})).AsInt16()";

    public override string Broadcast(Vec scalar) => $"{VectorClass}.Create({scalar})";

    public override string? Prefetch(Ptr p) => $"Sse.Prefetch0({p})";

    public override string First(Vec v) => $"{v}.ToScalar()";

    public override string Unary(VectorOp op, Vec a) => (op, a.Width) switch
    {
        (VectorOp.Abs, ElementType.Float32) => $"{Class(VectorOp.And, a.Width)}.And({a}, {VectorClass}.Create(0x7FFFFFFF).AsSingle())",
        (VectorOp.Abs, ElementType.Int32) => $"{Class(op, a.Width)}.Abs({a}).AsInt32()",
        (VectorOp.Negate, ElementType.Float32) => $"{Class(VectorOp.Xor, a.Width)}.Xor({a}, {VectorClass}.Create(-0f))",
        (VectorOp.Negate, ElementType.Int32) => $"{Class(VectorOp.Subtract, a.Width)}.Subtract({Zero(a.Width)}, {a})",
        (VectorOp.Not, ElementType.Float32) => $"{Class(VectorOp.Xor, a.Width)}.Xor({a}, {VectorClass}.Create(-1).AsSingle())",
        (VectorOp.Not, ElementType.Int32) => $"{Class(VectorOp.Xor, a.Width)}.Xor({a}, {VectorClass}.Create(-1))",
        (VectorOp.Sqrt, ElementType.Float32) => $"{Class(op, a.Width)}.Sqrt({a})",
        (VectorOp.Floor or VectorOp.Ceiling or VectorOp.Round or VectorOp.Truncate, ElementType.Float32) => Rounded(op, a),
        (VectorOp.ToInt32Nearest, ElementType.Float32) => $"{Class(op, a.Width)}.ConvertTo{VectorClass}Int32({a})",
        (VectorOp.ToInt32Truncate, ElementType.Float32) => $"{Class(op, a.Width)}.ConvertTo{VectorClass}Int32WithTruncation({a})",
        (VectorOp.ToFloat32, ElementType.Int32) => $"{Class(op, a.Width)}.ConvertTo{VectorClass}Single({a})",
        (VectorOp.BitsToInt32, ElementType.Float32) => $"{a}.AsInt32()",
        (VectorOp.BitsToFloat32, ElementType.Int32) => $"{a}.AsSingle()",
        _ => throw No(op, a),
    };

    public override string Binary(VectorOp op, Vec a, Vec b) => op switch
    {
        // vminps and vmaxps return their second source when either is NaN.
        VectorOp.Min or VectorOp.Max when a.Width == ElementType.Float32 => $"{Class(op, a.Width)}.{op}({b}, {a})",
        VectorOp.Less or VectorOp.LessOrEqual or VectorOp.Greater or VectorOp.GreaterOrEqual or VectorOp.Equal => Compared(op, a, b),
        VectorOp.Divide when a.Width == ElementType.Int32 => throw No(op, a),
        VectorOp.Multiply when a.Width is ElementType.Int32 or ElementType.Int16 => $"{Class(op, a.Width)}.MultiplyLow({a}, {b})",
        _ => $"{Class(op, a.Width)}.{op}({a}, {b})",
    };

    public override IEnumerable<string> StoreInterleaved(Ptr p, IReadOnlyList<Vec> vectors)
    {
        var lanes = Lanes(p.Type);
        for (var part = 0; part < vectors.Count; part++)
        {
            // Element i of the part is lane Lane(i) of vector Source(i).
            int Source(int i) => (part * lanes + i) % vectors.Count;
            int Lane(int i) => (part * lanes + i) / vectors.Count;
            yield return Store(p + part * lanes, new Vec(Gathered(vectors, [.. Enumerable.Range(0, lanes).Select(i => (Source(i), Lane(i)))]), p.Type));
        }
    }

    /// <summary>A vector whose elements are lanes of several vectors.</summary>
    protected abstract string Gathered(IReadOnlyList<Vec> vectors, IReadOnlyList<(int Source, int Lane)> elements);

    /// <summary>Lane numbers as a vector.</summary>
    protected string Indexes(IEnumerable<int> lanes) => $"{VectorClass}.Create({string.Join(", ", lanes)})";

    /// <summary>A float rounded to an integer value.</summary>
    protected abstract string Rounded(VectorOp op, Vec a);

    /// <summary>A comparison.</summary>
    protected abstract string Compared(VectorOp op, Vec a, Vec b);

    public override string Select(Vec mask, Vec a, Vec b)
    {
        var m = mask.Width == a.Width ? mask.Text : a.Width == ElementType.Int32 ? $"{mask}.AsInt32()" : $"{mask}.AsSingle()";
        return $"{Class(VectorOp.Not, a.Width)}.BlendVariable({b}, {a}, {m})";
    }

    public override string ShiftLeft(Vec a, int bits) => $"{Class(VectorOp.Add, a.Width)}.ShiftLeftLogical({a}, {bits})";

    public override string ShiftRight(Vec a, int bits, bool arithmetic)
        => $"{Class(VectorOp.Add, ElementType.Int32)}.ShiftRight{(arithmetic ? "Arithmetic" : "Logical")}({a}, {bits})";
}
