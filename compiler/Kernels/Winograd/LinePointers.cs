using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Winograd;

/// <summary>One pointer for each of a few neighboring lines of an image.</summary>
internal sealed class LinePointers
{
    private readonly RoutineBuilder _b;
    private readonly Int _distance;
    private readonly List<Ptr> _pointers = [];

    public LinePointers(RoutineBuilder b, string name, Ptr first, int lines, Int distance)
    {
        (_b, _distance) = (b, distance);
        for (var i = 0; i < lines; i++)
            _pointers.Add(b.Let(name, i == 0 ? first : _pointers[^1] + distance));
    }

    /// <summary>The pointer to a line.</summary>
    public Ptr this[int line] => _pointers[line];

    /// <summary>Moves to the next lines.</summary>
    public void Advance()
    {
        foreach (var pointer in _pointers)
            _b.Advance(pointer, _distance * _pointers.Count);
    }
}
