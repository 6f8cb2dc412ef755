using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// How the factors of a product are held, multiplied and summed. The nest, the packing and the tile model count the factor axis in units: the neighboring factors that one multiply-add takes
/// for each lane of sums. A run of factors that is no whole number of units is padded by weights of 0; what A holds there must be readable.
/// </summary>
/// <param name="Name">short name in methods and reports</param>
/// <param name="Factor">elements of A</param>
/// <param name="Weight">elements of W</param>
/// <param name="Sum">the sums, the bias, and operand 0 of the epilogue</param>
/// <param name="Unit">factors of a unit</param>
/// <param name="Form">the inner loop</param>
public sealed record ProductArithmetic(string Name, ElementType Factor, ElementType Weight, ElementType Sum, int Unit, TileForm Form)
{
    /// <summary>Factors of a unit of 16-bit integers.</summary>
    public const int WordsOfUnit = 2;

    /// <summary>float32 by a lane of a register (NEON).</summary>
    private static readonly ProductArithmetic LaneFloats = new("f32", ElementType.Float32, ElementType.Float32, ElementType.Float32, 1, TileForm.Lane);

    /// <summary>float32 broadcast from memory (x86).</summary>
    private static readonly ProductArithmetic BroadcastFloats = LaneFloats with { Form = TileForm.Broadcast };

    /// <summary>Four products of signed bytes added to each lane of 32 bits (SDOT by lane).</summary>
    public static readonly ProductArithmetic DotBytes = new("s8dot", ElementType.Int8, ElementType.Int8, ElementType.Int32, 4, TileForm.Lane);

    /// <summary>Two products of 16-bit integers added to each lane of 32 bits (VPMADDWD). A is widened beforehand, the weights on load.</summary>
    public static readonly ProductArithmetic WordPairs = new("s16pairs", ElementType.Int16, ElementType.Int8, ElementType.Int32, WordsOfUnit, TileForm.Broadcast);

    /// <summary>Two products of 16-bit integers added to each lane of 32 bits (VPMADDWD), both widened beforehand.</summary>
    private static readonly ProductArithmetic PairedWords = WordPairs with { Name = "s16words", Weight = ElementType.Int16 };

    /// <summary>The same one after the other (SMLAL by lane, of half a vector of weights).</summary>
    private static readonly ProductArithmetic LaneWords = PairedWords with { Name = "s16lane", Form = TileForm.Lane, IsSplit = true };

    /// <summary>Eight products of signed bytes as int16, to which those of the next unit are added before they go to 32 bits (SMULL, SMLAL, SADALP): for almost all weights, see <see cref="ShortSums"/>.</summary>
    public static readonly ProductArithmetic LongBytes = new("s8long", ElementType.Int8, ElementType.Int8, ElementType.Int32, 8, TileForm.Widening) { Summed = 2 };

    /// <summary>The same with the products of four units (SMULL, three SMLAL, SADALP): for weights that are not all large.</summary>
    public static readonly ProductArithmetic QuadBytes = LongBytes with { Name = "s8quad", Summed = 4 };

    /// <summary>Eight products of signed bytes as int16, each added to 32 bits by itself (SMULL, SADALP): for the panels of any other weights.</summary>
    public static readonly ProductArithmetic LoneBytes = LongBytes with { Name = "s8lone", Summed = 1 };

    /// <summary>The arithmetic of float32 products.</summary>
    public static ProductArithmetic Floats(Isa isa) => isa.HasLaneFma ? LaneFloats : BroadcastFloats;

    /// <summary>The arithmetic of factors and weights that both are 16-bit integers.</summary>
    public static ProductArithmetic Words(Isa isa) => isa.HasLaneFma ? LaneWords : PairedWords;

    /// <summary>The arithmetic for x, or A, of a type, or null when the target has none.</summary>
    /// <param name="target">the processor</param>
    /// <param name="x">element type</param>
    public static ProductArithmetic? Of(TargetProfile target, ElementType x)
    {
        var isa = Isa.ForProfile(target.Isas);
        return x switch
        {
            ElementType.Float32 => Floats(isa),
            ElementType.Int8 when target.Has("dotprod") => DotBytes,
            ElementType.Int8 when isa.HasWideningProducts => LongBytes,
            ElementType.Int8 or ElementType.Int16 when target.Architecture == TargetArchitecture.X64 && isa.VectorBits > 0 => WordPairs,
            _ => null,
        };
    }

    /// <summary>Whether sums are float32.</summary>
    public bool IsFloat => Sum == ElementType.Float32;

    /// <summary>Whether each factor of a unit takes a multiply-add of its own, with half a vector of weights: panels then have all columns of a factor side by side.</summary>
    public bool IsSplit { get; private init; }

    /// <summary>Multiply-adds that a unit takes for each lane of sums.</summary>
    public int Parts => IsSplit ? Unit : 1;

    /// <summary>Units whose products are added before they go to the width of sums.</summary>
    public int Summed { get; private init; } = 1;

    /// <summary>The arithmetic of <see cref="TileForm.Widening"/> that adds the products of so many units.</summary>
    public static ProductArithmetic Widening(int summed)
        => summed switch { 1 => LoneBytes, 2 => LongBytes, 4 => QuadBytes, _ => QuadBytes with { Name = FormattableString.Invariant($"s8sum{summed}"), Summed = summed } };

    /// <summary>Units that hold so many neighboring factors.</summary>
    public int Units(int factors) => (factors + Unit - 1) / Unit;

    /// <summary>Bytes of a unit of A.</summary>
    public int UnitBytes => Unit * Factor.Size();
}
