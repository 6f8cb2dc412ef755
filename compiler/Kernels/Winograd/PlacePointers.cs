using System.Globalization;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// Pointers to the rows of a transformed tile, an equal distance apart that is known at run time only. Every fourth row has a pointer, the others are reached
/// from it by an index, which suits the addressing modes and leaves few pointers to move; or every row has one, where an index costs as much as a move.
/// </summary>
internal sealed class PlacePointers
{
    private const int RowsPerPointer = 4;

    private readonly RoutineBuilder _b;
    private readonly Int[] _multiples;
    private readonly List<Ptr> _pointers = [];

    public PlacePointers(RoutineBuilder b, string name, Ptr first, int rows, Int distance, bool hasIndices = true)
    {
        _b = b;
        _multiples = new Int[hasIndices ? RowsPerPointer : 1];
        for (var i = 0; i < _multiples.Length && i < rows; i++)
            _multiples[i] = i < 2 ? distance * i : b.Let(string.Create(CultureInfo.InvariantCulture, $"{name}{i}"), distance * i);
        for (var r = 0; r < rows; r += _multiples.Length)
            _pointers.Add(b.Let(name, r == 0 ? first : _pointers[^1] + (_multiples[^1] + distance)));
    }

    /// <summary>The pointer to a row.</summary>
    public Ptr this[int row] => _pointers[row / _multiples.Length] + _multiples[row % _multiples.Length];

    /// <summary>Moves all rows.</summary>
    public void Advance(Int elements)
    {
        foreach (var pointer in _pointers)
            _b.Advance(pointer, elements);
    }
}
