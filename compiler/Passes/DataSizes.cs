namespace CompileModel.Passes;

/// <summary>The numbers of results that depend on data: which there are, and what type inference takes them for.</summary>
/// <param name="assumed">By the name of the first result; what is not there is taken for its bound.</param>
public sealed class DataSizes(IReadOnlyDictionary<string, int>? assumed = null)
{
    private readonly Dictionary<string, int> found = [];

    /// <summary>After type inference: the first result of each such node, with the largest number.</summary>
    public IReadOnlyDictionary<string, int> Found => found;

    /// <summary>The number for a node.</summary>
    public int Take(string result, int bound)
    {
        found[result] = bound;
        return assumed?.TryGetValue(result, out int size) == true ? size : bound;
    }
}
