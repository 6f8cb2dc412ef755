namespace CompileModel.Bench.Cycles;

/// <summary>The part of an inference that one function takes.</summary>
/// <param name="Name">Its symbol, or where it lies.</param>
/// <param name="Cycles">Modelled cycles.</param>
/// <param name="Instructions">Executed instructions.</param>
/// <param name="Macs">Multiply-accumulates: four in a <c>fmla</c> of 4s.</param>
/// <param name="FirstMisses">Misses of the first data cache.</param>
/// <param name="SecondMisses">Misses of the second cache.</param>
public sealed record FunctionCycles(string Name, double Cycles, long Instructions, long Macs, long FirstMisses, long SecondMisses);
