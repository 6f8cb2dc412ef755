using System.Globalization;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// Pointers to the rows of A, <c>lda</c> apart. With <paramref name="perPointer"/> above 1, rows are addressed from every so-many-th pointer by
/// base + index, which saves registers and increments.
/// </summary>
internal sealed class RowPointers
{
    private readonly RoutineBuilder _b;
    private readonly List<Ptr> _pointers = [];
    private readonly Int[] _multiples;

    public RowPointers(RoutineBuilder b, Ptr first, int rows, int perPointer)
    {
        _b = b;
        var lda = RoutineBuilder.Integer("lda");
        _multiples = new Int[perPointer];
        for (var i = 0; i < perPointer; i++)
            _multiples[i] = i < 2 ? lda * i : rows > i ? b.Let(string.Create(CultureInfo.InvariantCulture, $"lda{i}"), lda * i) : 0;
        for (var r = 0; r < rows; r += perPointer)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"a{r}");
            _pointers.Add(r == 0 ? first : b.Let(name, _pointers[^1] + (perPointer == 1 ? lda : _multiples[perPointer - 1] + lda)));
        }
    }

    /// <summary>The pointer to a row.</summary>
    public Ptr this[int row] => _pointers[row / _multiples.Length] + _multiples[row % _multiples.Length];

    /// <summary>Moves all rows.</summary>
    public void Advance(Int elements)
    {
        foreach (var pointer in _pointers)
            _b.Advance(pointer, elements);
    }

    /// <summary>Points every row elsewhere, where every row has a pointer.</summary>
    public void Set(Ptr first)
    {
        for (var r = 0; r < _pointers.Count; r++)
            _b.Set(_pointers[r], r == 0 ? first : _pointers[r - 1] + RoutineBuilder.Integer("lda"));
    }

    /// <summary>Moves one row, where every row has a pointer.</summary>
    public void Advance(int row, Int elements) => _b.Advance(_pointers[row / _multiples.Length], elements);
}
