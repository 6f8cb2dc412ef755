using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

/// <summary>Vectors of bytes, which hold the elements of four vectors of 32-bit lanes.</summary>
public sealed partial class RoutineBuilder
{
    /// <summary>The first <paramref name="count"/> bytes (int8 or uint8), up to four times the lanes of a vector of float32, as vectors of int32; touches no byte outside them.</summary>
    public IReadOnlyList<Vec> LoadBytes(Ptr p, int count) => [.. Isa.LoadBytes(LetLocal, p, count).Select(w => new Vec(w, ElementType.Int32))];

    /// <summary>One to four vectors of int32 plus an offset (<see cref="PackUniform"/>) as the first lanes of a vector of int8 or uint8, saturated.</summary>
    public Vec PackBytes(IReadOnlyList<Vec> words, Vec? offset, ElementType type) => new(Isa.PackBytes(LetLocal, words, offset, type), type);

    /// <summary>A vector of int16 of the one value that all lanes of a vector of int32 have, saturated.</summary>
    public Vec PackUniform(Vec words, string name) => Define(name, Isa.PackUniform(words), ElementType.Int16);

    private string LetLocal(string name, string expression, StatementKind kind)
    {
        var local = Unique(name);
        Line($"var {local} = {expression};", kind);
        return local;
    }
}
