namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>What an instruction costs on one core, in cycles.</summary>
/// <param name="Latency">From issue until its result can be read.</param>
/// <param name="Forwarded">From issue until an instruction of the same rule can go on adding to its result; 0 when that is no sooner than <paramref name="Latency"/>.</param>
/// <param name="Occupies">How long it keeps the divider.</param>
public readonly record struct Cost(int Latency, int Forwarded = 0, int Occupies = 0);
