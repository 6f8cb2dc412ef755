namespace CompileModel.Targets;

/// <summary>One level of data or unified cache.</summary>
/// <param name="Level">1 is nearest to the core</param>
/// <param name="Bytes">size</param>
/// <param name="Ways">associativity</param>
/// <param name="Line">bytes of a line</param>
/// <param name="SharedBy">cores that share it in a typical system</param>
public sealed record CacheLevel(int Level, int Bytes, int Ways, int Line = 64, int SharedBy = 1)
{
    /// <summary>Number of sets.</summary>
    public int Sets => Bytes / (Ways * Line);
}
