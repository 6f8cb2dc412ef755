using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>
/// How one instruction set is spelled in C#. Methods return expressions or statements without semicolon; they never write themselves.
/// Adding an instruction set is one class here and its name in <see cref="ByName"/> and <see cref="ForProfile"/>.
/// </summary>
public abstract class Isa
{
    /// <summary>The name in target profiles and reports.</summary>
    public abstract string Name { get; }

    /// <summary>Bits of a vector register; 0 for scalar code.</summary>
    public abstract int VectorBits { get; }

    /// <summary>Whether a multiply-add can take one lane of a register as factor (else factors are broadcast from memory).</summary>
    public virtual bool HasLaneFma => false;

    /// <summary>Whether values of this type have vector arithmetic.</summary>
    public virtual bool Supports(ElementType type) => type is ElementType.Float32 or ElementType.Int32;

    /// <summary>Lanes of one value of the type.</summary>
    public virtual int Lanes(ElementType type) => VectorBits / (8 * type.Size());

    /// <summary>The instruction set for vector code of a target.</summary>
    public static Isa ForProfile(IReadOnlyList<string> isas) =>
        ByName(isas.Contains("avx512") ? "avx512" : isas.Contains("avx2") ? "avx2" : isas.Contains("neon") ? "neon" : "scalar");

    /// <summary>An instruction set by its name.</summary>
    public static Isa ByName(string name) => name switch
    {
        "avx512" => Avx512Isa.Instance,
        "avx2" => Avx2Isa.Instance,
        "neon" => NeonIsa.Instance,
        _ => ScalarIsa.Instance,
    };

    public abstract string Constant(ElementType type, double value);

    public abstract string Zero(ElementType type);

    public abstract string Load(Ptr p);

    public abstract string Store(Ptr p, Vec v);

    public abstract string LoadBroadcast(Ptr p);

    /// <summary>A value of one lane in all lanes.</summary>
    public virtual string Broadcast(Vec scalar) => scalar.Text;

    /// <summary>Bytes from memory as elements of a wider integer type.</summary>
    public virtual string LoadWidened(Ptr p, ElementType type) => throw new NotSupportedException($"{Name} does not widen {p.Type} to {type}");

    /// <summary>Two neighboring 16-bit elements of memory, again and again.</summary>
    public virtual string LoadBroadcastPair(Ptr p) => throw new NotSupportedException($"{Name} does not broadcast pairs");

    public abstract string LoadPartial(Ptr p, int count);

    public abstract IEnumerable<string> StorePartial(Ptr p, Vec v, int count);

    /// <summary>A tuple of two neighboring vectors, or null when there is no such instruction.</summary>
    public virtual string? LoadPair(Ptr p) => null;

    /// <summary>Stores two neighboring vectors, or null when there is no such instruction.</summary>
    public virtual string? StorePair(Ptr p, Vec low, Vec high) => null;

    /// <summary>Whether <see cref="StoreInterleaved"/> is there for a type.</summary>
    public virtual bool CanInterleave(ElementType type) => type == ElementType.Float32 && VectorBits > 0;

    /// <summary>Statements that store two to four vectors element by element in turn: first elements, second elements, ...</summary>
    public virtual IEnumerable<string> StoreInterleaved(Ptr p, IReadOnlyList<Vec> vectors) => throw new NotSupportedException($"{Name} cannot interleave");

    /// <summary>Rows and columns of the square of such elements that <see cref="TransposeTile"/> turns; 0 when there is none.</summary>
    public virtual int TileSize(ElementType type) => 0;

    /// <summary>Loads of <see cref="TileSize"/> rows, the square's transposition in registers, and stores of its columns, of the first ones where fewer are given. Each statement with its kind.</summary>
    public virtual IEnumerable<(string Text, StatementKind Kind)> TransposeTile(Func<string, string> unique, IReadOnlyList<Ptr> rows, IReadOnlyList<Ptr> columns) => throw new NotSupportedException($"{Name} cannot transpose");

    /// <summary>Half a vector, as the factor of <see cref="FmaLane"/>.</summary>
    public virtual string LoadHalf(Ptr p) => throw new NotSupportedException($"{Name} has no halves");

    /// <summary>A tuple of two neighboring halves of vectors.</summary>
    public virtual string LoadHalfPair(Ptr p) => throw new NotSupportedException($"{Name} has no halves");

    /// <summary>Half a vector with one element, as the factor of <see cref="FmaLane"/>.</summary>
    public virtual string LoadOne(Ptr p) => throw new NotSupportedException($"{Name} has no halves");

    /// <summary>A vector whose lower half is loaded.</summary>
    public virtual string LoadLow(Ptr p) => throw new NotSupportedException($"{Name} has no halves");

    /// <summary>A vector with its upper half replaced by 64 bits of an integer register.</summary>
    public virtual string InsertHigh(Vec v, string bits) => throw new NotSupportedException($"{Name} has no halves");

    /// <summary>Whether the conversion of a float32 beyond the range of int32 gives its end (else the smallest number).</summary>
    public virtual bool ConvertsSaturating => false;

    /// <summary>The first <paramref name="count"/> bytes from memory, up to four vectors of 32-bit lanes of them, as vectors of int32; touches no byte outside them.</summary>
    public virtual IReadOnlyList<string> LoadBytes(LetLocal let, Ptr p, int count) => throw new NotSupportedException($"{Name} has no vectors of bytes");

    /// <summary>As <see cref="LoadBytes"/>, minus a vector of int8; asks <see cref="HasWideProducts"/>.</summary>
    public virtual IReadOnlyList<string> LoadBytesMinus(LetLocal let, Ptr p, int count, Vec zero) => throw new NotSupportedException($"{Name} does not subtract bytes");

    /// <summary>Whether float32 additions are cheaper than conversions (<see cref="Elementwise.SumFacts"/>): <see cref="PackBytes"/> takes such numbers too.</summary>
    public virtual bool CountsInFloats => false;

    /// <summary>One to four vectors of int32 saturated to int16, <paramref name="offset"/> (a vector of int16) added with saturation, saturated to int8 or uint8: the first lanes of a vector.
    /// Where <see cref="CountsInFloats"/>, float32 with the number in the lower bits too; it must fit int16, with the offset as well. Zips are <see cref="Targets.IssueFacts.SlowZips"/> or not.</summary>
    public virtual string PackBytes(LetLocal let, IReadOnlyList<Vec> words, Vec? offset, ElementType type, bool slowZips) => throw new NotSupportedException($"{Name} has no vectors of bytes");

    /// <summary>A vector of int16 whose lanes are all the one value that all lanes of a vector of int32 have, saturated.</summary>
    public virtual string PackUniform(Vec words) => throw new NotSupportedException($"{Name} has no vectors of 16 bits");

    /// <summary>The sums of the products of two neighboring 16-bit integers each; b may be lanes of 32 bits that hold two.</summary>
    public virtual string MultiplyPairs(Vec a, Vec b) => throw new NotSupportedException($"{Name} does not multiply pairs");

    /// <summary>Bytes of two rows as neighboring 16-bit integers; where both are the same, the second of each two is anything.</summary>
    public virtual string LoadPairs(LetLocal let, Ptr a, Ptr b, int count) => throw new NotSupportedException($"{Name} does not load pairs");

    /// <summary>The sums of four products of bytes each, added to int32.</summary>
    public virtual string Dot(Vec sum, Vec a, Vec b) => throw new NotSupportedException($"{Name} has no dot product");

    /// <summary>Elements of so many bytes of the lower or upper halves of two vectors in turn.</summary>
    public virtual string Interleave(Vec a, Vec b, int bytes, bool isUpper) => throw new NotSupportedException($"{Name} cannot interleave registers");

    /// <summary>Whether there are <see cref="WideProduct"/>, <see cref="AddWide"/>, <see cref="Widen"/>, <see cref="UpperHalves"/> and <see cref="RoundBytes"/>; else there is <see cref="ShortProduct"/>.</summary>
    public virtual bool HasWideProducts => false;

    /// <summary>Products of the lower or upper halves of two vectors of int8 or int16, as elements of twice the width, added to <paramref name="sum"/> if there is one.</summary>
    public virtual string WideProduct(Vec? sum, Vec a, Vec b, bool isUpper) => throw new NotSupportedException($"{Name} has no products of twice the width");

    /// <summary>sum plus the lower or upper half of a vector of elements of half the width.</summary>
    public virtual string AddWide(Vec sum, Vec a, bool isUpper) => throw new NotSupportedException($"{Name} has no sums of twice the width");

    /// <summary>The lower or upper half of a vector of int8 or int16 as elements of twice the width.</summary>
    public virtual string Widen(Vec a, bool isUpper) => throw new NotSupportedException($"{Name} does not widen halves");

    /// <summary>The upper halves of two vectors of int32 as one of int16.</summary>
    public virtual string UpperHalves(Vec a, Vec b) => throw new NotSupportedException($"{Name} has no halves of lanes");

    /// <summary>A vector of int16 divided by two to some power, rounded half up, saturated to int8: the first lanes of a vector.</summary>
    public virtual string RoundBytes(Vec a, int shift) => throw new NotSupportedException($"{Name} does not round to bytes");

    /// <summary>Stores four neighboring bytes of a vector, behind <paramref name="quarter"/> times four others.</summary>
    public virtual string StoreQuarter(Ptr p, Vec v, int quarter) => throw new NotSupportedException($"{Name} does not store quarters");

    /// <summary>sum + a * b for vectors of int32: a within int16, b an int16 in the low half of each lane with zeros above.</summary>
    public virtual string ShortProduct(Vec sum, Vec a, Vec b) => throw new NotSupportedException($"{Name} has no products of 16 bits");

    /// <summary>Offset and size of the powers of two that <paramref name="count"/> bytes are taken in, largest first.</summary>
    protected static IEnumerable<(int Offset, int Size)> Pieces(int count, int largest)
    {
        for (var offset = 0; offset < count;)
        {
            while (largest > count - offset)
                largest /= 2;
            yield return (offset, largest);
            offset += largest;
        }
    }

    /// <summary>The C# type of an integer of some bytes.</summary>
    protected static string WordType(int size) => size switch { 8 => "long", 4 => "int", 2 => "short", _ => "sbyte" };

    /// <summary>Whether there is the arithmetic of halves of vectors below, with results of twice the width.</summary>
    public virtual bool HasWideningProducts => false;

    /// <summary>Products of halves of vectors of 8 or 16 bits, in elements of twice the width.</summary>
    public virtual string MultiplyWide(Vec a, Vec b) => throw NoWidening;

    /// <summary>sums plus products: <see cref="MultiplyWide"/>.</summary>
    public virtual string MultiplyWideAdd(Vec sums, Vec a, Vec b) => throw NoWidening;

    /// <summary>sums minus products: <see cref="MultiplyWideAdd"/>.</summary>
    public virtual string MultiplyWideSubtract(Vec sums, Vec a, Vec b) => throw NoWidening;

    /// <summary>sums plus half a vector of elements of half the width.</summary>
    public virtual string AddHalf(Vec sums, Vec half) => throw NoWidening;

    /// <summary>sums minus half a vector of elements of half the width.</summary>
    public virtual string SubtractHalf(Vec sums, Vec half) => throw NoWidening;

    /// <summary>Half a vector times a power of two, in elements of twice the width.</summary>
    public virtual string ShiftLeftWide(Vec half, int bits) => throw NoWidening;

    /// <summary>A constant in all lanes of half a vector.</summary>
    public virtual string HalfConstant(ElementType type, double value) => throw NoWidening;

    /// <summary>The lower half of a vector.</summary>
    public virtual string LowerHalf(string v) => throw NoWidening;

    /// <summary>Sums of neighboring int16 as int32.</summary>
    public virtual string AddNeighborsWide(Vec a) => throw NoWidening;

    /// <summary>int32 plus the sums of neighboring int16.</summary>
    public virtual string AddNeighborsWideAdd(Vec sums, Vec a) => throw NoWidening;

    /// <summary>Sums of neighboring int32: those of a, then those of b.</summary>
    public virtual string AddNeighbors(Vec a, Vec b) => throw NoWidening;

    private NotSupportedException NoWidening => new($"{Name} has no widening products");

    /// <summary>The first lane as a scalar expression.</summary>
    public abstract string First(Vec v);

    public abstract string Unary(VectorOp op, Vec a);

    public abstract string Binary(VectorOp op, Vec a, Vec b);

    /// <summary>c + a * b; for 16-bit a and b and 32-bit c the products of neighbors add up</summary>
    public abstract string Fma(Vec c, Vec a, Vec b);

    /// <summary>c - a * b</summary>
    public abstract string Fnma(Vec c, Vec a, Vec b);

    /// <summary>acc + a * b[lane]; for bytes a and b and 32-bit acc, lanes are of 32 bits and their four products add up; for 16 bits, a is half a vector</summary>
    public virtual string FmaLane(Vec acc, Vec a, Vec b, int lane) => throw new NotSupportedException($"{Name} has no multiply-add by lane");

    public abstract string Select(Vec mask, Vec a, Vec b);

    public abstract string ShiftLeft(Vec a, int bits);

    public abstract string ShiftRight(Vec a, int bits, bool arithmetic);

    /// <summary>Lane permutations that, each followed by the operation, leave a reduction's result in all lanes.</summary>
    public abstract IReadOnlyList<Func<string, string>> ReductionSwaps(ElementType type);

    public virtual string? Prefetch(Ptr p) => null;

    /// <summary>The element type of an operation's result.</summary>
    public ElementType ResultType(VectorOp op, Vec a) => op switch
    {
        VectorOp.Less or VectorOp.LessOrEqual or VectorOp.Greater or VectorOp.GreaterOrEqual or VectorOp.Equal => ElementType.Bool,
        VectorOp.ToInt32Nearest or VectorOp.ToInt32Truncate or VectorOp.BitsToInt32 => ElementType.Int32,
        VectorOp.ToFloat32 or VectorOp.BitsToFloat32 => ElementType.Float32,
        VectorOp.BitsToInt64 => ElementType.Int64,
        VectorOp.BitsToFloat64 => ElementType.Float64,
        _ => a.Type,
    };

    /// <summary>The error for an operation that has no spelling for a type: a generator asked for what <see cref="Supports"/> denies.</summary>
    protected NotSupportedException No(VectorOp op, Vec a) => new($"{Name} has no {op} for {a.Type}");
}
