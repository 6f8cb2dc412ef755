namespace CompileModel.Passes.Planning;

/// <summary>A block of the arena: a size and the steps between which it holds live data.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="First">First step that writes it.</param>
/// <param name="Last">Last step that reads or writes it.</param>
public readonly record struct ArenaBlock(long Size, int First, int Last)
{
    /// <summary>Whether both blocks are live at some step.</summary>
    public bool Meets(ArenaBlock other) => First <= other.Last && other.First <= Last;
}
