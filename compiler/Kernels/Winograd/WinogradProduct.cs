using CompileModel.IR;

namespace CompileModel.Kernels.Winograd;

/// <summary>Places of a transformed tile to which the same phases contribute.</summary>
/// <param name="First">the first place</param>
/// <param name="Extents">how many there are, in one or two dimensions</param>
/// <param name="Steps">places from one to the next along each</param>
/// <param name="FirstPhase">the first phase that contributes</param>
/// <param name="Phases">how many contribute, neighbors</param>
public sealed record WinogradProduct(int First, Ints Extents, Ints Steps, int FirstPhase, int Phases)
{
    /// <summary>How many places there are.</summary>
    public int Count => Extents.Aggregate(1, (a, b) => a * b);

    /// <summary>The places, in order.</summary>
    public IEnumerable<int> Places => Extents.Zip(Steps).Aggregate((IEnumerable<int>)[First], (places, d) => places.SelectMany(p => Enumerable.Range(0, d.First).Select(i => p + i * d.Second)));
}
