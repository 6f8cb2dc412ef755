namespace CompileModel.Kernels.Builder;

/// <summary>Vectors by 64-bit halves, for cores that issue such loads beside arithmetic; asks <see cref="Isas.Isa.HasLaneFma"/>.</summary>
public sealed partial class RoutineBuilder
{
    /// <summary>Half a vector, good as a factor of <see cref="FmaLaneInto"/> only.</summary>
    public Vec LoadHalf(Ptr p, string name) => Define(name, Isa.LoadHalf(p), p.Type, kind: StatementKind.HalfLoad);

    /// <summary>Two neighboring halves of vectors.</summary>
    public (Vec First, Vec Second) LoadHalfPair(Ptr p, string first, string second) => DefinePair(first, second, Isa.LoadHalfPair(p), p.Type);

    /// <summary>One element as lane 0, good as the factor of <see cref="FmaLaneInto"/> only.</summary>
    public Vec LoadOne(Ptr p, string name) => Define(name, Isa.LoadOne(p), p.Type, kind: StatementKind.HalfLoad);

    /// <summary>Assigns half a vector from memory.</summary>
    public void SetLoadHalf(Vec local, Ptr p) => Line($"{local} = {Isa.LoadHalf(p)};", StatementKind.HalfLoad);

    /// <summary>The lower half of a vector from memory; the upper one is anything until <see cref="SetHigh"/>.</summary>
    public Vec LoadLow(Ptr p, string name) => Define(name, Isa.LoadLow(p), p.Type, kind: StatementKind.HalfLoad);

    /// <summary>Assigns the lower half of a vector from memory and leaves anything in the upper one.</summary>
    public void SetLoadLow(Vec local, Ptr p) => Line($"{local} = {Isa.LoadLow(p)};", StatementKind.HalfLoad);

    /// <summary>64 bits of memory in an integer register.</summary>
    public string LoadBits(Ptr p, string name)
    {
        var local = Unique(name);
        Line($"var {local} = *(ulong*)({p});", StatementKind.IntegerLoad);
        return local;
    }

    /// <summary>Assigns the upper half of a vector from what <see cref="LoadBits"/> gave.</summary>
    public void SetHigh(Vec local, string bits) => Line($"{local} = {Isa.InsertHigh(local, bits)};", StatementKind.Insert);

    /// <summary>A vector whose upper half is what <see cref="LoadBits"/> gave.</summary>
    public Vec InsertHigh(Vec low, string bits, string name) => Define(name, Isa.InsertHigh(low, bits), low.Type, kind: StatementKind.Insert);

    // Half a vector and the bits that make it whole.
    private (Vec Low, string High) LoadHalves(Ptr p, string name) => (LoadLow(p, name + "Low"), LoadBits(p + Lanes(p.Type) / 2, name + "High"));

    private bool SplitsLoad(Ptr p) => _splitLoads && Isa.HasLaneFma && p.Type == IR.ElementType.Float32;
}
