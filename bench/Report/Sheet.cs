namespace CompileModel.Bench.Report;

/// <summary>A table to print: the first columns are names, the others numbers.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Names">Number of columns that hold names.</param>
/// <param name="Headers">Titles of the columns.</param>
public sealed record Sheet(string Title, int Names, IReadOnlyList<string> Headers)
{
    /// <summary>The rows, as long as the headers.</summary>
    public List<IReadOnlyList<string>> Rows { get; } = [];
}
