namespace CompileModel.Runtime;

/// <summary>A text file with a name a line; line 0 names element 0.</summary>
internal unsafe struct Labels
{
    private byte* _text;
    private long _length;

    public static Labels Read(byte* path)
    {
        var file = new InputFile(path);
        if (!file.IsOpen)
            Failure.System("cannot open labels file"u8, path).Fail();
        Labels labels = default;
        labels._length = file.Size;
        labels._text = Pages.Allocate(file.Size);
        file.Read(0, labels._text, file.Size);
        file.Close();
        return labels;
    }

    /// <summary>Writes the name of an element; nothing when there is none.</summary>
    public readonly void Print(Line line, long index)
    {
        long at = 0;
        for (; index > 0 && at < _length; at++)
        {
            if (_text[at] == '\n')
                index--;
        }

        for (; index == 0 && at < _length && _text[at] != '\n' && _text[at] != '\r'; at++)
            line.Character(_text[at]);
    }
}
