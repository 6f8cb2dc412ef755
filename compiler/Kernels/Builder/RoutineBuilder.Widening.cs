using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

/// <summary>Arithmetic of halves of vectors by widening instructions: factors lie along lanes; asks <see cref="Isas.Isa.HasWideningProducts"/>.</summary>
public sealed partial class RoutineBuilder
{
    /// <summary>Products of halves of vectors of 8 or 16 bits, in elements of twice the width.</summary>
    public Vec MultiplyWide(Vec a, Vec b, string name) => Define(name, Isa.MultiplyWide(a, b), Wide(a));

    /// <summary>Adds products of halves to sums of twice the width, or subtracts them; they must not overflow.</summary>
    public Vec MultiplyWideAdd(Vec sums, Vec a, Vec b, bool subtracts, string name)
        => Define(name, subtracts ? Isa.MultiplyWideSubtract(sums, a, b) : Isa.MultiplyWideAdd(sums, a, b), sums.Type, kind: StatementKind.MultiplyAdd);

    /// <summary>Adds half a vector to sums of twice the width, or subtracts it.</summary>
    public Vec AddHalf(Vec sums, Vec half, bool subtracts, string name)
        => Define(name, subtracts ? Isa.SubtractHalf(sums, half) : Isa.AddHalf(sums, half), sums.Type, kind: StatementKind.ShortArithmetic);

    /// <summary>Half a vector times a power of two, in elements of twice the width.</summary>
    public Vec ShiftLeftWide(Vec half, int bits, string name) => Define(name, Isa.ShiftLeftWide(half, bits), Wide(half), kind: StatementKind.ShortArithmetic);

    /// <summary>The first <paramref name="count"/> elements from memory, at most half a vector of them, the others 0; touches no byte outside them.</summary>
    public Vec LoadHalf(Ptr p, int count, string name)
        => 2 * count == Lanes(p.Type) ? LoadHalf(p, name) : Define(name, Isa.LowerHalf(Isa.LoadPartial(p, count)), p.Type, kind: StatementKind.Load);

    /// <summary>Adds eight products of bytes to int16, which must not overflow.</summary>
    public void MultiplyWideInto(Vec sums, Vec a, Vec b) => Line($"{sums} = {Isa.MultiplyWideAdd(sums, a, b)};");

    /// <summary>The sums of neighboring int16 as int32.</summary>
    public Vec AddNeighborsWide(Vec a, string name) => Define(name, Isa.AddNeighborsWide(a), ElementType.Int32);

    /// <summary>Adds the sums of neighboring int16 to int32.</summary>
    public void AddNeighborsWideInto(Vec sums, Vec a) => Line($"{sums} = {Isa.AddNeighborsWideAdd(sums, a)};");

    /// <summary>The sums of neighboring int32: those of a, then those of b.</summary>
    public Vec AddNeighbors(Vec a, Vec b, string name) => Define(name, Isa.AddNeighbors(a, b), a.Type, kind: StatementKind.ShortArithmetic);

    /// <summary>
    /// Repeats the body <paramref name="count"/> times, at least once where that is not known to be 0. The body gets the counter, which is 1 in the last pass, and what
    /// counts down, to be written once behind the last use of the counter.
    /// </summary>
    public void RepeatCounting(string name, Int count, Action<Int, Action> body)
    {
        var counter = Let(name, count);
        Line("do");
        Open();
        body(counter, () => Line($"{counter}--;", StatementKind.Integer));
        Close($"}} while ({counter} != 0);");
    }

    /// <summary>A distance, or 0 in the last pass of <see cref="RepeatCounting"/>, by its counter.</summary>
    public static Int UnlessLast(Int counter, Int distance) => Int.Raw($"((1 - {counter}) >> 63) & {distance}");
}
