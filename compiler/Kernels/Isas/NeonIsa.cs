using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>Arm Advanced SIMD of ARMv8.0-A: 128-bit vectors, multiply-add by lane.</summary>
public sealed partial class NeonIsa : Isa
{
    /// <summary>The only instance.</summary>
    public static readonly NeonIsa Instance = new();

    public override string Name => "neon";

    public override int VectorBits => 128;

    public override bool HasLaneFma => true;

    public override string Constant(ElementType type, double value) => value == 0 && !double.IsNegative(value)
        ? Zero(type) : $"Vector128.Create({ScalarIsa.Literal(type, value)})";

    public override string Zero(ElementType type) => $"Vector128<{ScalarIsa.CSharpType(type)}>.Zero";

    public override string Load(Ptr p) => $"AdvSimd.LoadVector128({p})";

    public override string Store(Ptr p, Vec v) => $"AdvSimd.Store({p}, {v})";

    public override string LoadBroadcast(Ptr p) => $"AdvSimd.LoadAndReplicateToVector128({p})";

    public override string Broadcast(Vec scalar) => $"AdvSimd.DuplicateToVector128({scalar})";

    public override IEnumerable<string> StoreInterleaved(Ptr p, IReadOnlyList<Vec> vectors) => [$"AdvSimd.Arm64.StoreVectorAndZip({p}, ({string.Join(", ", vectors)}))"];

    public override string? LoadPair(Ptr p) => $"AdvSimd.Arm64.LoadPairVector128({p})";

    public override string? StorePair(Ptr p, Vec low, Vec high) => $"AdvSimd.Arm64.StorePair({p}, {low}, {high})";

    public override string LoadHalfPair(Ptr p) => $"AdvSimd.Arm64.LoadPairVector64({p})";

    public override string LoadHalf(Ptr p) => $"AdvSimd.LoadVector64({p})";

    // Bytes are loaded by units of four.
    public override string LoadOne(Ptr p) => p.Type == ElementType.Float32 ? $"Vector64.CreateScalarUnsafe({p.Element})" : $"Vector64.CreateScalarUnsafe(*(float*)({p})).As{VectorType(p.Type)}()";

    public override string LoadLow(Ptr p) => $"AdvSimd.LoadVector64({p}).ToVector128Unsafe()";

    public override string InsertHigh(Vec v, string bits) => $"AdvSimd.Insert({v}.AsUInt64(), 1, {bits}).As{VectorType(v.Type)}()";

    public override string LoadPartial(Ptr p, int count)
    {
        if (p.Type.Size() < 4)
            return NarrowPartial(p, count);
        var zero = Zero(p.Type);
        return count switch
        {
            1 => $"AdvSimd.LoadAndInsertScalar({zero}, 0, {p})",
            2 => Two(p),
            3 => $"AdvSimd.LoadAndInsertScalar({Two(p)}, 2, {p + 2})",
            _ => throw new ArgumentOutOfRangeException(nameof(count)),
        };
        static string Two(Ptr p) => $"AdvSimd.LoadVector64({p}).ToVector128()";
    }

    public override IEnumerable<string> StorePartial(Ptr p, Vec v, int count)
    {
        if (p.Type.Size() < 4)
        {
            foreach (var statement in StoreNarrow(p, v, count))
                yield return statement;
            yield break;
        }
        if (count >= 2)
            yield return $"AdvSimd.Store({p}, {v}.GetLower())";
        if (count % 2 == 1)
            yield return $"AdvSimd.StoreSelectedScalar({p + (count - 1)}, {v}, {count - 1})";
    }

    public override int TileSize(ElementType type) => type.Size() switch { 4 => 4, 1 => 8, _ => 0 };

    public override IEnumerable<(string Text, StatementKind Kind)> TransposeTile(Func<string, string> unique, IReadOnlyList<Ptr> rows, IReadOnlyList<Ptr> columns)
    {
        var list = new StatementList(unique);
        if (rows[0].Type.Size() == 1)
        {
            TransposeBytes(list, rows, columns);
            return list.Statements;
        }
        string[] row = [.. rows.Select(r => list.Let("row", $"AdvSimd.LoadVector128({r})", StatementKind.Load))];
        string Pair(string even, int i) => list.Let("pair", $"AdvSimd.Arm64.Transpose{even}({row[i]}, {row[i + 1]}).AsUInt64()");
        string[] top = [Pair("Even", 0), Pair("Odd", 0)], bottom = [Pair("Even", 2), Pair("Odd", 2)];
        for (int i = 0; i < columns.Count; i++)
        {
            string column = list.Let("column", $"AdvSimd.Arm64.Zip{(i < 2 ? "Low" : "High")}({top[i % 2]}, {bottom[i % 2]}).AsSingle()");
            list.Store($"AdvSimd.Store({columns[i]}, {column});");
        }
        return list.Statements;
    }

    public override string First(Vec v) => $"{v}.ToScalar()";

    public override string Unary(VectorOp op, Vec a) => (op, a.Width) switch
    {
        (VectorOp.Abs, _) => $"AdvSimd.Abs({a}){(a.Width == ElementType.Int32 ? ".AsInt32()" : "")}",
        (VectorOp.Negate, _) => $"AdvSimd.Negate({a})",
        (VectorOp.Not, _) => $"AdvSimd.Not({a})",
        (VectorOp.Sqrt, ElementType.Float32) => $"AdvSimd.Arm64.Sqrt({a})",
        (VectorOp.Floor, ElementType.Float32) => $"AdvSimd.Floor({a})",
        (VectorOp.Ceiling, ElementType.Float32) => $"AdvSimd.Ceiling({a})",
        (VectorOp.Round, ElementType.Float32) => $"AdvSimd.RoundToNearest({a})",
        (VectorOp.Truncate, ElementType.Float32) => $"AdvSimd.RoundToZero({a})",
        (VectorOp.ToInt32Nearest, ElementType.Float32) => $"AdvSimd.ConvertToInt32RoundToEven({a})",
        (VectorOp.ToInt32Truncate, ElementType.Float32) => $"AdvSimd.ConvertToInt32RoundToZero({a})",
        (VectorOp.ToFloat32, ElementType.Int32) => $"AdvSimd.ConvertToSingle({a})",
        (VectorOp.BitsToInt32, ElementType.Float32) => $"{a}.AsInt32()",
        (VectorOp.BitsToFloat32, ElementType.Int32) => $"{a}.AsSingle()",
        _ => throw No(op, a),
    };

    public override string Binary(VectorOp op, Vec a, Vec b) => op switch
    {
        VectorOp.Divide when a.Type == ElementType.Float32 => $"AdvSimd.Arm64.Divide({a}, {b})",
        VectorOp.Divide => throw No(op, a),
        _ => $"AdvSimd.{Spelling(op)}({a}, {b})",
    };

    public override string Fma(Vec c, Vec a, Vec b) => $"AdvSimd.FusedMultiplyAdd({c}, {a}, {b})";

    public override string Fnma(Vec c, Vec a, Vec b) => $"AdvSimd.FusedMultiplySubtract({c}, {a}, {b})";

    public override string FmaLane(Vec acc, Vec a, Vec b, int lane) => a.Type switch
    {
        ElementType.Int8 => $"Dp.DotProductBySelectedQuadruplet({acc}, {a}, {b}, {lane})",
        ElementType.Int16 => $"AdvSimd.MultiplyBySelectedScalarWideningLowerAndAdd({acc}, {a}, {b}, {lane})",
        _ => $"AdvSimd.Arm64.FusedMultiplyAddBySelectedScalar({acc}, {a}, {b}, {lane})",
    };

    public override string Select(Vec mask, Vec a, Vec b)
    {
        var m = mask.Width == a.Width ? mask.Text : a.Width == ElementType.Int32 ? $"{mask}.AsInt32()" : $"{mask}.AsSingle()";
        return $"AdvSimd.BitwiseSelect({m}, {a}, {b})";
    }

    public override string ShiftLeft(Vec a, int bits) => $"Vector128.ShiftLeft({a}, {bits})";

    public override string ShiftRight(Vec a, int bits, bool arithmetic) => $"AdvSimd.ShiftRight{(arithmetic ? "Arithmetic" : "Logical")}({a}, {bits})";

    public override IReadOnlyList<Func<string, string>> ReductionSwaps(ElementType type) =>
        [v => $"AdvSimd.ExtractVector128({v}, {v}, 2)", v => $"AdvSimd.ExtractVector128({v}, {v}, 1)"];

    // The end of the names of casts between vector types.
    private static string VectorType(ElementType type) => type switch
    {
        ElementType.Int8 => "SByte",
        ElementType.Int16 => "Int16",
        ElementType.Int32 => "Int32",
        _ => "Single",
    };

    private static string Spelling(VectorOp op) => op switch
    {
        VectorOp.Less => "CompareLessThan",
        VectorOp.LessOrEqual => "CompareLessThanOrEqual",
        VectorOp.Greater => "CompareGreaterThan",
        VectorOp.GreaterOrEqual => "CompareGreaterThanOrEqual",
        VectorOp.Equal => "CompareEqual",
        _ => op.ToString(),
    };
}
