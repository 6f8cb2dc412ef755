namespace CompileModel.Kernels;

/// <summary>A way of computing a node that a lowering strategy weighs; a search over measurements would start from the same list.</summary>
/// <param name="Name">what it is, for people: primitive and tile</param>
/// <param name="Cycles">predicted cycles of one thread on the target; NaN when the strategy does not predict</param>
/// <param name="WeightBytes">bytes of constants that it reads</param>
/// <param name="IsPicked">whether the strategy takes this one</param>
/// <param name="Obstacle">why it cannot be taken, or null</param>
public sealed record Candidate(string Name, double Cycles, long WeightBytes, bool IsPicked, string? Obstacle = null);
