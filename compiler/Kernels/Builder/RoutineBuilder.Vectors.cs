using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

public sealed partial class RoutineBuilder
{
    /// <summary>A constant in all lanes; see <see cref="HoistConstants"/> for where it is kept.</summary>
    public Vec Constant(ElementType type, double value, string name = "k") => Constant(Isa.Constant(type, value), type, value, name);

    /// <summary>A constant in all lanes of half a vector; asks <see cref="Isas.Isa.HasWideningProducts"/>.</summary>
    public Vec HalfConstant(ElementType type, double value, string name = "k") => Constant(Isa.HalfConstant(type, value), type, value, name);

    private Vec Constant(string text, ElementType type, double value, string name)
    {
        if (_constants.Count == 0)
            return Define(name, text, type);
        var scope = _constants.Peek();
        if (scope.Known.TryGetValue(text, out var known))
            return known;
        var local = Unique(scope.IsMemory ? name + "Kept" : name);
        if (scope.IsMemory && value != 0)
        {
            scope.Place.Add($"var {local} = {Isas.ScalarIsa.Literal(type, value)};");
            return scope.Known[text] = LoadBroadcast(new Ptr("&" + local, 0, type), name);
        }
        scope.Place.Add($"var {local} = {text};");
        return scope.Known[text] = new Vec(local, type);
    }

    /// <summary>A square of elements, its rows read and its columns written; see <see cref="Isas.Isa.TileSize"/>.</summary>
    public void TransposeTile(IReadOnlyList<Ptr> rows, IReadOnlyList<Ptr> columns)
    {
        foreach (var (text, kind) in Isa.TransposeTile(Unique, rows, columns))
            Line(text, kind);
    }

    /// <summary>A float32 constant in all lanes.</summary>
    public Vec Constant(float value, string name = "k") => Constant(ElementType.Float32, value, name);

    /// <summary>A whole vector; no alignment asked.</summary>
    public Vec Load(Ptr p, string name = "v")
    {
        if (!SplitsLoad(p))
            return Define(name, Isa.Load(p), p.Type, kind: StatementKind.Load);
        var (low, high) = LoadHalves(p, name);
        return Define(name, Isa.InsertHigh(low, high), p.Type, kind: StatementKind.Insert);
    }

    /// <summary>Stores a whole vector; no alignment asked.</summary>
    public void Store(Ptr p, Vec v) => Line(Isa.Store(p, v) + ";", StatementKind.Store);

    /// <summary>Stores two neighboring vectors, by one instruction where the ISA has it.</summary>
    public void StorePair(Ptr p, Vec low, Vec high)
    {
        if (Isa.StorePair(p, low, high) is { } pair)
        {
            Line(pair + ";", StatementKind.Store);
            return;
        }
        Store(p, low);
        Store(p + Lanes(p.Type), high);
    }

    /// <summary>The first <paramref name="count"/> lanes from memory, the others 0; touches no byte outside them.</summary>
    public Vec LoadPartial(Ptr p, int count, string name = "v")
        => count == Lanes(p.Type) ? Load(p, name) : Define(name, Isa.LoadPartial(p, count), p.Type, kind: StatementKind.Load);

    /// <summary>Stores the first <paramref name="count"/> lanes and touches no byte outside them.</summary>
    public void StorePartial(Ptr p, Vec v, int count)
    {
        if (count == Lanes(p.Type))
            Store(p, v);
        else
        {
            foreach (var statement in Isa.StorePartial(p, v, count))
                Line(statement + ";", StatementKind.Store);
        }
    }

    /// <summary>Stores two to four vectors element by element in turn; asks <see cref="Isas.Isa.CanInterleave"/>.</summary>
    public void StoreInterleaved(Ptr p, IReadOnlyList<Vec> vectors)
    {
        foreach (var statement in Isa.StoreInterleaved(p, vectors))
            Line(statement + ";", StatementKind.Store);
    }

    /// <summary>One element of memory in all lanes.</summary>
    public Vec LoadBroadcast(Ptr p, string name = "v") => Define(name, Isa.LoadBroadcast(p), p.Type, kind: StatementKind.Load);

    /// <summary>Bytes from memory as the elements of a vector of a wider integer type.</summary>
    public Vec LoadWidened(Ptr p, ElementType type, string name = "v") => Define(name, Isa.LoadWidened(p, type), type, kind: StatementKind.Load);

    /// <summary>Two neighboring 16-bit elements of memory, as often as they fit: the factor of <see cref="FmaInto"/> for pairs.</summary>
    public Vec LoadBroadcastPair(Ptr p, string name = "v") => Define(name, Isa.LoadBroadcastPair(p), p.Type, kind: StatementKind.Load);

    /// <summary>Two neighboring vectors by one instruction where the ISA has it.</summary>
    public (Vec Low, Vec High) LoadPair(Ptr p, string low, string high)
    {
        if (SplitsLoad(p) || Isa.LoadPair(p) is not { } pair)
            return (Load(p, low), Load(p + Lanes(p.Type), high));
        return DefinePair(low, high, pair, p.Type);
    }

    private (Vec First, Vec Second) DefinePair(string first, string second, string pair, ElementType type)
    {
        var (a, b) = (Unique(first), Unique(second));
        Line($"var ({a}, {b}) = {pair};", StatementKind.Load);
        return (new Vec(a, type), new Vec(b, type));
    }

    /// <summary>A one-operand operation.</summary>
    public Vec Apply(VectorOp op, Vec a, string name = "t") => Result(name, Isa.Unary(op, a), Isa.ResultType(op, a), a);

    /// <summary>A two-operand operation.</summary>
    public Vec Apply(VectorOp op, Vec a, Vec b, string name = "t") => Result(name, Isa.Binary(op, a, b), Isa.ResultType(op, a), a,
        a.Type == ElementType.Int32 && op is VectorOp.Add or VectorOp.Subtract ? StatementKind.ShortArithmetic : StatementKind.Arithmetic);

    // Only masks have lanes of another width than their type.
    private Vec Result(string name, string expression, ElementType type, Vec a, StatementKind kind = StatementKind.Arithmetic)
        => Define(name, expression, type, type == ElementType.Bool ? a.Width : type, kind);

    /// <summary>The bits of a vector of int32 as float32, or the other way: no instruction.</summary>
    public Vec Bits(VectorOp op, Vec a) => new(Isa.Unary(op, a), Isa.ResultType(op, a));

    /// <summary>a + b</summary>
    public Vec Add(Vec a, Vec b, string name = "t") => Apply(VectorOp.Add, a, b, name);

    /// <summary>a - b</summary>
    public Vec Sub(Vec a, Vec b, string name = "t") => Apply(VectorOp.Subtract, a, b, name);

    /// <summary>a * b</summary>
    public Vec Mul(Vec a, Vec b, string name = "t") => Apply(VectorOp.Multiply, a, b, name);

    /// <summary>a / b</summary>
    public Vec Div(Vec a, Vec b, string name = "t") => Apply(VectorOp.Divide, a, b, name);

    /// <summary>the smaller; NaN when a is NaN</summary>
    public Vec Min(Vec a, Vec b, string name = "t") => Apply(VectorOp.Min, a, b, name);

    /// <summary>the larger; NaN when a is NaN</summary>
    public Vec Max(Vec a, Vec b, string name = "t") => Apply(VectorOp.Max, a, b, name);

    /// <summary>a * b + c with one rounding where the ISA has it (all vector ISAs do)</summary>
    public Vec Fma(Vec a, Vec b, Vec c, string name = "t") => Define(name, Isa.Fma(c, a, b), c.Type);

    /// <summary>c - a * b with one rounding where the ISA has it</summary>
    public Vec Fnma(Vec a, Vec b, Vec c, string name = "t") => Define(name, Isa.Fnma(c, a, b), c.Type);

    /// <summary>The sums of the products of two neighboring 16-bit integers as int32.</summary>
    public Vec MultiplyPairs(Vec a, Vec b, string name) => Define(name, Isa.MultiplyPairs(a, b), ElementType.Int32, kind: StatementKind.MultiplyAdd);

    /// <summary>acc += a * b</summary>
    public void FmaInto(Vec acc, Vec a, Vec b) => Line($"{acc} = {Isa.Fma(acc, a, b)};", StatementKind.MultiplyAdd);

    /// <summary>acc += a * b[lane], see <see cref="Isas.Isa.FmaLane"/>; asks <see cref="Isas.Isa.HasLaneFma"/></summary>
    public void FmaLaneInto(Vec acc, Vec a, Vec b, int lane) => Line($"{acc} = {Isa.FmaLane(acc, a, b, lane)};", StatementKind.MultiplyAdd);

    /// <summary>Where the mask is set a, else b.</summary>
    public Vec Select(Vec mask, Vec a, Vec b, string name = "t") => Define(name, Isa.Select(mask, a, b), a.Type, a.Width);

    /// <summary>A mask as a mask for lanes of another type of the same width.</summary>
    public Vec MaskAs(Vec mask, ElementType width) => mask.Width == width || Isa == Isas.ScalarIsa.Instance ? mask with { Width = width }
        : Define("mask", mask + (width == ElementType.Int32 ? ".AsInt32()" : ".AsSingle()"), ElementType.Bool, width);

    /// <summary>Shifts every lane left by a constant.</summary>
    public Vec ShiftLeft(Vec a, int bits, string name = "t") => Define(name, Isa.ShiftLeft(a, bits), a.Type);

    /// <summary>Shifts every lane right by a constant, keeping the sign when <paramref name="arithmetic"/>.</summary>
    public Vec ShiftRight(Vec a, int bits, bool arithmetic, string name = "t") => Define(name, Isa.ShiftRight(a, bits, arithmetic), a.Type);

    /// <summary>Changes the element type of one-lane values (C# conversion; to an integer towards zero).</summary>
    public Vec ConvertScalar(Vec a, ElementType type, string name = "t") => Define(name, Isas.ScalarIsa.Convert(a, type), type);

    /// <summary>The sum, minimum or maximum over the lanes, as a value with that result in every lane.</summary>
    public Vec Reduce(VectorOp op, Vec a, string name = "t")
    {
        var current = a;
        foreach (var swapped in Isa.ReductionSwaps(a.Type))
        {
            var other = Define("swapped", swapped(current.Text), a.Type);
            current = Apply(op, current, other, name);
        }
        return current;
    }

    /// <summary>A local that later statements assign: a copy of a value.</summary>
    public Vec Variable(string name, Vec value) => Define(name, value.Text, value.Type, value.Width);

    /// <summary>A local that later statements assign, 0 at first.</summary>
    public Vec Zero(ElementType type, string name = "acc") => Define(name, Isa.Zero(type), type);

    /// <summary>Assigns a local vector.</summary>
    public void Set(Vec local, Vec value) => Line($"{local} = {value};");

    /// <summary>Assigns a local vector the result of a two-operand operation.</summary>
    public void Set(Vec local, VectorOp op, Vec a, Vec b) => Line($"{local} = {Isa.Binary(op, a, b)};");

    /// <summary>Assigns a local vector from memory.</summary>
    public void SetLoad(Vec local, Ptr p)
    {
        if (!SplitsLoad(p))
        {
            Line($"{local} = {Isa.Load(p)};", StatementKind.Load);
            return;
        }
        var (low, high) = LoadHalves(p, local.Text);
        Line($"{local} = {Isa.InsertHigh(low, high)};", StatementKind.Insert);
    }

    /// <summary>Stores the first lane.</summary>
    public void StoreFirst(Ptr p, Vec v) => Line($"{p.Element} = {Isa.First(v)};", StatementKind.Store);

    /// <summary>An integer element of memory as a local for addresses and counts.</summary>
    public Int LoadInteger(string name, Ptr p)
    {
        var local = Unique(name);
        Line($"nint {local} = (nint)({p.Element});");
        return Int.Name(local);
    }

    /// <summary>A float of one lane as an integer for addresses and counts, towards zero; it must fit.</summary>
    public Int ToInteger(Vec value, string name)
    {
        var local = Unique(name);
        Line($"nint {local} = (nint)(int){value};");
        return Int.Name(local);
    }

    /// <summary>An integer as a float of one lane.</summary>
    public Vec ToFloat(Int value, ElementType type, string name) => Define(name, $"({Isas.ScalarIsa.CSharpType(type)})(int)({value})", type);

    /// <summary>A value of one lane in all lanes.</summary>
    public Vec Broadcast(Vec value, string name) => Isa == Isas.ScalarIsa.Instance ? value : Define(name, Isa.Broadcast(value), value.Type);

    /// <summary>Stores an integer expression as an element.</summary>
    public void StoreInteger(Ptr p, Int value) => Line($"{p.Element} = ({Isas.ScalarIsa.CSharpType(p.Type)})({value});");

    /// <summary>A conditional block on a one-lane mask.</summary>
    public void If(Vec mask, Action then) => If(mask.Text, then);

    /// <summary>Copies one element of any type.</summary>
    public void CopyElement(Ptr to, Ptr from) => Line($"{to.Element} = {from.Element};");

    /// <summary>A hint that a cache line will be read.</summary>
    public void Prefetch(Ptr p)
    {
        if (Isa.Prefetch(p) is { } text)
            Line(text + ";");
    }
}
