namespace CompileModel.Kernels.Builder;

/// <summary>Lines of code with places where lines can still be inserted: a tree of text lines and nested blocks.</summary>
internal sealed class CodeBlock
{
    private readonly List<object> _items = [];
    private readonly int _indent;

    /// <summary>An empty block whose lines stand <paramref name="indent"/> levels deeper than its parent's.</summary>
    public CodeBlock(int indent = 0) => _indent = indent;

    /// <summary>Appends a line.</summary>
    public void Add(string line) => _items.Add(line);

    /// <summary>Appends a nested block, which can grow later.</summary>
    public CodeBlock Nest(int indent)
    {
        var block = new CodeBlock(indent);
        _items.Add(block);
        return block;
    }

    /// <summary>All lines, indented.</summary>
    public IEnumerable<string> Lines(int depth = 0)
    {
        depth += _indent;
        foreach (var item in _items)
        {
            if (item is CodeBlock block)
            {
                foreach (var line in block.Lines(depth))
                    yield return line;
            }
            else
                yield return (string)item is { Length: > 0 } text ? new string(' ', depth * 4) + text : "";
        }
    }
}
