using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

/// <summary>Vectors of bytes, which hold the elements of four vectors of 32-bit lanes.</summary>
public sealed partial class RoutineBuilder
{
    /// <summary>The first <paramref name="count"/> bytes (int8 or uint8), up to four times the lanes of a vector of float32, as vectors of int32; touches no byte outside them.</summary>
    public IReadOnlyList<Vec> LoadBytes(Ptr p, int count) => [.. Isa.LoadBytes(LetLocal, p, count).Select(w => new Vec(w, ElementType.Int32))];

    /// <summary>As <see cref="LoadBytes"/>, minus a vector of int8; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public IReadOnlyList<Vec> LoadBytesMinus(Ptr p, int count, Vec zero) => [.. Isa.LoadBytesMinus(LetLocal, p, count, zero).Select(w => new Vec(w, ElementType.Int32))];

    /// <summary>One to four vectors of int32 plus an offset (<see cref="PackUniform"/>) as the first lanes of a vector of int8 or uint8, saturated.</summary>
    public Vec PackBytes(IReadOnlyList<Vec> words, Vec? offset, ElementType type) => new(Isa.PackBytes(LetLocal, words, offset, type, Target.Issue.SlowZips), type);

    /// <summary>A vector of int16 of the one value that all lanes of a vector of int32 have, saturated.</summary>
    public Vec PackUniform(Vec words, string name) => Define(name, Isa.PackUniform(words), ElementType.Int16);

    /// <summary>Products of the lower or upper halves of two vectors of int8 or int16, in elements of twice the width; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public Vec WideProduct(Vec a, Vec b, bool isUpper, string name) => Define(name, Isa.WideProduct(null, a, b, isUpper), Wide(a), kind: StatementKind.MultiplyAdd);

    /// <summary>Adds <see cref="WideProduct"/>, which must not overflow.</summary>
    public void WideProductInto(Vec sum, Vec a, Vec b, bool isUpper) => Line($"{sum} = {Isa.WideProduct(sum, a, b, isUpper)};", StatementKind.MultiplyAdd);

    /// <summary>A vector plus the lower or upper half of a vector of elements of half the width; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public Vec AddWide(Vec sum, Vec a, bool isUpper, string name) => Define(name, Isa.AddWide(sum, a, isUpper), sum.Type);

    /// <summary>Adds the lower or upper half of a vector of elements of half the width; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public void AddWideInto(Vec sum, Vec a, bool isUpper) => Line($"{sum} = {Isa.AddWide(sum, a, isUpper)};");

    /// <summary>The lower or upper half of a vector of int8 or int16 in elements of twice the width; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public Vec Widen(Vec a, bool isUpper, string name) => Define(name, Isa.Widen(a, isUpper), Wide(a));

    /// <summary>sum += a * b in vectors of int32: a within int16, b an int16 in the low half of each lane with zeros above; where there is no <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public void ShortProductInto(Vec sum, Vec a, Vec b) => Line($"{sum} = {Isa.ShortProduct(sum, a, b)};", StatementKind.MultiplyAdd);

    /// <summary>The upper halves of two vectors of int32 as one of int16; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public Vec UpperHalves(Vec a, Vec b, string name) => Define(name, Isa.UpperHalves(a, b), ElementType.Int16, kind: StatementKind.ShortArithmetic);

    /// <summary>A vector of int16 divided by two to some power from zero to eight, rounded half up, saturated, as the first bytes of a vector; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public Vec RoundBytes(Vec a, int shift, string name) => Define(name, Isa.RoundBytes(a, shift), ElementType.Int8);

    /// <summary>Stores four neighboring bytes of a vector, the ones behind <paramref name="quarter"/> times four others; asks <see cref="Isas.Isa.HasWideProducts"/>.</summary>
    public void StoreQuarter(Ptr p, Vec v, int quarter) => Line(Isa.StoreQuarter(p, v, quarter) + ";", StatementKind.Store);

    /// <summary>Adds to each int32 the sum of the products of its four bytes in two vectors; for targets with a dot product.</summary>
    public void DotInto(Vec sum, Vec a, Vec b) => Line($"{sum} = {Isa.Dot(sum, a, b)};", StatementKind.MultiplyAdd);

    /// <summary>Bytes of two rows as neighboring 16-bit integers, up to as many of each as a vector has lanes of 32 bits; where both are the same row, the second of each two is anything. For x86.</summary>
    public Vec LoadPairs(Ptr a, Ptr b, int count, string name) => Define(name, Isa.LoadPairs(LetLocal, a, b, count), ElementType.Int16);

    /// <summary>Elements of so many bytes of the lower or upper halves of two vectors in turn; for targets with a dot product.</summary>
    public Vec Interleave(Vec a, Vec b, int bytes, bool isUpper, string name) => Define(name, Isa.Interleave(a, b, bytes, isUpper), a.Type);

    /// <summary>Assigns <see cref="Interleave"/>.</summary>
    public void SetInterleaved(Vec local, Vec a, Vec b, int bytes, bool isUpper) => Line($"{local} = {Isa.Interleave(a, b, bytes, isUpper)};");

    private static ElementType Wide(Vec a) => a.Type == ElementType.Int8 ? ElementType.Int16 : ElementType.Int32;

    private string LetLocal(string name, string expression, StatementKind kind)
    {
        var local = Unique(name);
        Line($"var {local} = {expression};", kind);
        return local;
    }
}
